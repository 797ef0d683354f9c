package dev.plinth.dsl;

import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.sql.Expression;
import java.util.stream.Collectors;

/** Values as the DSL writes them, for messages. */
final class Spelling {

    private Spelling() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Sql sql -> "sql(\"" + sql.text() + "\")";
            case Expression.NextValue next -> "nextval(\"" + next.sequence().display() + "\")";
            case Expression.StringLiteral text -> "literal(\"" + text.value() + "\")";
            case Expression.NumberLiteral number -> "literal(" + number.value().toPlainString() + ")";
            case Expression.BooleanLiteral truth -> "literal(" + truth.value() + ")";
            case Expression.OneOf oneOf ->
                oneOf.values().stream().map(Spelling::of).collect(Collectors.joining(", ", "oneOf(", ")"));
        };
    }

    static String of(Encryption encryption) {
        return switch (encryption) {
            case Encryption.AwsOwned() -> "AWS_OWNED";
            case Encryption.AwsManaged() -> "AWS_MANAGED";
            case Encryption.CustomerManaged(String keyId) -> "customerManaged(\"" + keyId + "\")";
        };
    }
}
