package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.UserOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The symbol of an operator is made of the characters that operators have, starts no comment, and is not read otherwise.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-OPERATORS">Operators</a>
 */
final class OperatorSymbol implements Rule {

    private static final Pattern CHARACTERS = Pattern.compile("[-+*/<>=~!@#%^&|`?]{1,63}");
    private static final Pattern COMMENT = Pattern.compile("--|/\\*");

    /** With a sign at the end it needs one of those that standard SQL does not have. */
    private static final Pattern SIGN_AT_THE_END = Pattern.compile("[-+*/<>=]+[-+]");

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (UserOperator operator : schema.objects(UserOperator.class)) {
            check(operator, operator.name(), problems);
            check(operator, operator.commutator(), problems);
            check(operator, operator.negator(), problems);
        }
        return problems.stream();
    }

    private void check(UserOperator operator, @Nullable QualifiedName name, List<Problem> problems) {
        if (name != null && isNoSymbol(name)) {
            problems.add(error(
                    ObjectWords.of(operator).subject(),
                    "no operator can be called " + name.name(),
                    "Use + - * / < > = ~ ! @ # % ^ & | ` ? without -- and /*, at most 63; one that ends in + or -"
                            + " has one of ~ ! @ # % ^ & | ` ? in it."));
        }
    }

    private static boolean isNoSymbol(QualifiedName name) {
        return !CHARACTERS.matcher(name.name()).matches()
                || COMMENT.matcher(name.name()).find()
                || SIGN_AT_THE_END.matcher(name.name()).matches()
                || name.name().equals("=>");
    }
}
