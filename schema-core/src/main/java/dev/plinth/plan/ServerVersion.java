package dev.plinth.plan;

import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Enforcement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What older servers do not know: an addition that says it is held back there, in words and not as a syntax error. */
final class ServerVersion {

    /** What a constraint says, and the first version that knows it. */
    private record Word(int since, String what) {}

    private ServerVersion() {}

    /** Why a server of that major version cannot make the addition, if it cannot. */
    static Optional<String> obstacle(SqlChange change, int serverVersion) {
        return words(change)
                .filter(word -> serverVersion < word.since)
                .findFirst()
                .map(word -> word.what + " needs PostgreSQL " + word.since + ", and the server is PostgreSQL "
                        + serverVersion);
    }

    private static Stream<Word> words(SqlChange change) {
        if (change instanceof CreateIndex created) {
            return when(created.index().nullsNotDistinct(), 15, "NULLS NOT DISTINCT");
        }
        if (change instanceof AddConstraint added) {
            return words(added.constraint());
        }
        return change instanceof CreateTable created
                ? created.table().constraints().stream()
                        .flatMap(constraint -> words(constraint)
                                .map(word -> new Word(word.since, word.what + " of " + constraint.name())))
                : Stream.empty();
    }

    private static Stream<Word> words(Constraint constraint) {
        List<Stream<Word>> words = switch (constraint) {
            case Constraint.PrimaryKey key -> List.of(when(key.withoutOverlaps(), 18, "WITHOUT OVERLAPS"));
            case Constraint.Unique key ->
                List.of(
                        when(key.withoutOverlaps(), 18, "WITHOUT OVERLAPS"),
                        when(key.nullsNotDistinct(), 15, "NULLS NOT DISTINCT"));
            case Constraint.ForeignKey key ->
                List.of(
                        when(key.options().period(), 18, "PERIOD"),
                        when(!key.options().onDeleteColumns().isEmpty(), 15, "ON DELETE of some columns"),
                        notEnforced(key));
            case Constraint.Check check -> List.of(notEnforced(check));
            case Constraint.Exclusion ignored -> List.of();
        };
        return words.stream().flatMap(word -> word);
    }

    private static Stream<Word> notEnforced(Constraint constraint) {
        return when(constraint.enforcement() == Enforcement.NOT_ENFORCED, 18, "NOT ENFORCED");
    }

    private static Stream<Word> when(boolean said, int since, String what) {
        return said ? Stream.of(new Word(since, what)) : Stream.empty();
    }
}
