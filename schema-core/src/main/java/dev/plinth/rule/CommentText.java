package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Comment;
import java.util.stream.Stream;

/** A comment says something: PostgreSQL takes an empty one for none. */
final class CommentText implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.objects(Comment.class).stream().flatMap(this::check);
    }

    private Stream<Problem> check(Comment comment) {
        String subject = ObjectWords.of(comment).subject();
        if (comment.text().isEmpty()) {
            return Stream.of(error(subject, "is empty, which is none", "Write it, or drop it."));
        }
        return comment.text().indexOf('\0') >= 0
                ? Stream.of(error(subject, "contains NUL", "Leave the character out."))
                : Stream.empty();
    }
}
