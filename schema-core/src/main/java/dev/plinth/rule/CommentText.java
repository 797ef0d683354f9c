package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A comment says something: PostgreSQL takes an empty one for none. */
final class CommentText implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Comment comment : schema.objects(Comment.class)) {
            check(ObjectWords.of(comment).subject(), comment.text(), problems);
        }
        for (Extension extension : schema.extensions()) {
            String text = extension.comment();
            if (text != null) {
                check("comment on extension " + extension.name(), text, problems);
            }
        }
        return problems.stream();
    }

    private void check(String subject, String text, List<Problem> problems) {
        if (text.isEmpty()) {
            problems.add(error(subject, "is empty, which is none", "Write it, or drop it."));
        } else if (text.indexOf('\0') >= 0) {
            problems.add(error(subject, "contains NUL", "Leave the character out."));
        }
    }
}
