package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Comment;
import java.util.stream.Stream;

/** A comment says something: PostgreSQL takes an empty one for none. */
final class CommentText implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.concat(
                schema.objects(Comment.class).stream()
                        .flatMap(it -> check(ObjectWords.of(it).subject(), it.text())),
                schema.extensions().stream()
                        .flatMap(it -> Stream.ofNullable(it.comment())
                                .flatMap(text -> check("comment on extension " + it.name(), text))));
    }

    private Stream<Problem> check(String subject, String text) {
        if (text.isEmpty()) {
            return Stream.of(error(subject, "is empty, which is none", "Write it, or drop it."));
        }
        return text.indexOf('\0') >= 0
                ? Stream.of(error(subject, "contains NUL", "Leave the character out."))
                : Stream.empty();
    }
}
