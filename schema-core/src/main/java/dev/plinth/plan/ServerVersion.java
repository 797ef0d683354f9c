package dev.plinth.plan;

import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.View;
import dev.plinth.naming.TextSearchNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What older servers do not know: an addition that says it is held back there, in words and not as a syntax error. */
final class ServerVersion {

    /** What an addition says, the first version that knows it, and what to do where the server is older. */
    private record Word(int since, String what, String instead) {

        Word of(String name) {
            return new Word(since, what + " of " + name, instead);
        }
    }

    private static final Word NULLS_NOT_DISTINCT =
            new Word(15, "NULLS NOT DISTINCT", "leave nullsNotDistinct() out");
    private static final Word WITHOUT_OVERLAPS = new Word(18, "WITHOUT OVERLAPS", "use exclude(...)");

    private static final Word ESTONIAN = new Word(
            18, "the language " + TextSearchNames.LANGUAGE_SINCE_18, "use the dictionary simple");

    /** The storage parameters of tables that came after PostgreSQL 14. */
    private static final Set<String> PARAMETERS_SINCE_18 =
            Set.of("autovacuum_vacuum_max_threshold", "vacuum_max_eager_freeze_failure_rate");

    private ServerVersion() {}

    /** Why a server of that major version cannot make the addition, if it cannot. */
    static Optional<String> obstacle(SqlChange change, int serverVersion) {
        return words(change)
                .filter(word -> serverVersion < word.since)
                .findFirst()
                .map(word -> word.what + " needs PostgreSQL " + word.since + ", and the server is PostgreSQL "
                        + serverVersion + "; " + word.instead);
    }

    private static Stream<Word> words(SqlChange change) {
        if (change instanceof CreateIndex created) {
            return when(created.index().nullsNotDistinct(), NULLS_NOT_DISTINCT);
        }
        if (change instanceof AddConstraint added) {
            return words(added.constraint());
        }
        if (change instanceof AddColumn added) {
            return words(added.column());
        }
        if (change instanceof AddAttribute added) {
            return words(added.attribute().type());
        }
        if (change instanceof CreateObject created) {
            return words(created.object());
        }
        return change instanceof CreateTable created
                ? Stream.concat(words(created.table()), Stream.concat(
                        created.table().columns().stream()
                                .flatMap(column -> words(column).map(word -> word.of(column.name()))),
                        created.table().constraints().stream()
                                .flatMap(constraint -> words(constraint).map(word -> word.of(constraint.name())))))
                : Stream.empty();
    }

    private static Stream<Word> words(Table table) {
        boolean isPartitioned = table.options().partitioning() != null;
        return Stream.of(
                since18(table.options().parameters()),
                when(
                        isPartitioned && table.options().accessMethod() != null,
                        new Word(17, "an access method of a partitioned table", "say it of each partition")),
                when(
                        isPartitioned && !table.constraints(Constraint.Exclusion.class).isEmpty(),
                        new Word(17, "EXCLUDE on a partitioned table", "say it of each partition")))
                .flatMap(word -> word);
    }

    private static Stream<Word> since18(StorageParameters parameters) {
        return parameters.values().keySet().stream()
                .filter(name -> PARAMETERS_SINCE_18.contains(StorageParameters.withoutToast(name)))
                .map(name -> new Word(18, "the storage parameter " + name, "leave it out"));
    }

    private static Stream<Word> words(Column column) {
        boolean virtual = column.generation() instanceof Generation.Computed computed && !computed.stored();
        return Stream.concat(
                when(virtual, new Word(18, "VIRTUAL", "store it with generatedAlwaysAs(...)")),
                words(column.type()));
    }

    private static Stream<Word> words(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return words(array.element());
        }
        boolean freeScale = type instanceof ColumnType.BuiltIn builtIn
                && builtIn.name() == BuiltInType.NUMERIC
                && builtIn.modifiers().size() == 2
                && (builtIn.modifiers().get(1) < 0
                        || builtIn.modifiers().get(1) > builtIn.modifiers().get(0));
        return when(freeScale, new Word(15, "the scale", "use one from 0 to the precision"));
    }

    private static Stream<Word> words(DatabaseObject object) {
        return switch (object) {
            case Collation collation ->
                Stream.concat(
                        when(
                                collation.provider() == Collation.Provider.BUILTIN,
                                new Word(17, "the provider BUILTIN", "use ICU or LIBC")),
                        when(collation.rules() != null, new Word(16, "rules(...)", "leave them out")));
            case DomainType domain -> words(domain.base());
            case CompositeType type ->
                type.attributes().stream()
                        .flatMap(attribute -> words(attribute.type()).map(word -> word.of(attribute.name())));
            case Function ignored -> Stream.empty();
            case Aggregate ignored -> Stream.empty();
            case EnumType ignored -> Stream.empty();
            case RangeType ignored -> Stream.empty();
            case Sequence ignored -> Stream.empty();
            case UserOperator ignored -> Stream.empty();
            case Cast ignored -> Stream.empty();
            case Statistics ignored -> Stream.empty();
            case TextSearchDictionary dictionary -> language(dictionary.options().getOrDefault("language", ""));
            case TextSearchConfiguration configuration ->
                when(
                        configuration.dictionaries()
                                .anyMatch(TextSearchName.builtIn(
                                        TextSearchNames.stemmer(TextSearchNames.LANGUAGE_SINCE_18))::equals),
                        ESTONIAN);
            case Grant grant -> maintain(grant.privileges());
            case DefaultPrivileges privileges -> maintain(privileges.privileges());
            case Comment ignored -> Stream.empty();
            case View view ->
                when(
                        view.options().securityInvoker(),
                        new Word(15, "securityInvoker()",
                                "leave it out: the tables are read with the rights of the owner"));
            case MaterializedView view -> since18(view.options().parameters());
        };
    }

    private static Stream<Word> language(String name) {
        return when(name.equalsIgnoreCase(TextSearchNames.LANGUAGE_SINCE_18), ESTONIAN);
    }

    private static Stream<Word> maintain(List<Privilege> privileges) {
        return when(
                privileges.contains(Privilege.MAINTAIN),
                new Word(Privilege.MAINTAIN_SINCE, "MAINTAIN", "leave it out; the owner maintains the table"));
    }

    private static Stream<Word> words(Constraint constraint) {
        List<Stream<Word>> words = switch (constraint) {
            case Constraint.PrimaryKey key -> List.of(when(key.withoutOverlaps(), WITHOUT_OVERLAPS));
            case Constraint.Unique key ->
                List.of(
                        when(key.withoutOverlaps(), WITHOUT_OVERLAPS),
                        when(key.nullsNotDistinct(), NULLS_NOT_DISTINCT));
            case Constraint.ForeignKey key ->
                List.of(
                        when(key.options().period(), new Word(18, "PERIOD", "check it in a trigger")),
                        when(
                                !key.options().onDeleteColumns().isEmpty(),
                                new Word(15, "ON DELETE of some columns", "name no columns, or use a trigger")),
                        notEnforced(key));
            case Constraint.Check check -> List.of(notEnforced(check));
            case Constraint.Exclusion ignored -> List.of();
        };
        return words.stream().flatMap(word -> word);
    }

    private static Stream<Word> notEnforced(Constraint constraint) {
        return when(
                constraint.enforcement() == Enforcement.NOT_ENFORCED,
                new Word(18, "NOT ENFORCED", "leave the constraint out"));
    }

    private static Stream<Word> when(boolean said, Word word) {
        return said ? Stream.of(word) : Stream.empty();
    }
}
