package dev.plinth.plan;

import dev.plinth.Hazard;
import dev.plinth.Hazard.Kind;
import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.AddDefault;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.AddLabel;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreatePolicy;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.EnableRowSecurity;
import dev.plinth.diff.Change.ForceRowSecurity;
import dev.plinth.diff.Change.OnRowSecurity;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.diff.Change.ValidateDomainCheck;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.SupplementNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody should know before an addition is made to a table that holds rows. Additions to empty and to new
 * tables have no hazard: whatever they lock, they are done at once.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">Explicit Locking</a>
 */
public final class Hazards {

    private Hazards() {}

    /**
     * The hazards of one addition, the worst first.
     *
     * @param isInUse whether it is made to a table with rows, or to another object that is there already
     */
    public static List<Hazard> of(SqlChange change, boolean isInUse) {
        if (change instanceof AddDomainCheck added) {
            return ofDomain(added.type(), added.check());
        }
        if (change instanceof ValidateDomainCheck validated) {
            return scanOfDomain(validated.type());
        }
        return isInUse ? onRows(change) : List.of();
    }

    private static List<Hazard> onRows(SqlChange change) {
        return switch (change) {
            case AddColumn added -> of(added);
            case AddConstraint added -> of(added);
            case ValidateConstraint validated -> List.of(scan("VALIDATE CONSTRAINT", validated.table().display()));
            case CreateIndex created -> of(created);
            case RebuildIndex rebuilt -> of(rebuilt);
            case AddLabel label -> List.of();
            case AddAttribute attribute -> List.of();
            case AddDomainCheck added -> ofDomain(added.type(), added.check());
            case ValidateDomainCheck validated -> scanOfDomain(validated.type());
            case CreateNamespace namespace -> List.of();
            case CreateExtension extension -> List.of();
            case CreateObject created -> of(created.object());
            case CreateTable created -> of(created.table());
            case CreateTrigger created -> of(created);
            case OnRowSecurity security -> of(security);
            case CreateRule created -> of(created);
            case AddDefault added -> of(added);
        };
    }

    /** A partition of a table with rows; any other table is new, and nothing waits for it. */
    private static List<Hazard> of(Table created) {
        PartitionOf partition = created.options().partitionOf();
        if (partition == null) {
            return List.of();
        }
        String table = partition.table().display();
        return List.of(
                blocks(table, "readers and writers", "while " + created.name().display() + " is created"),
                scan("CREATE TABLE ... PARTITION OF", "the default partition, if " + table + " has one,"));
    }

    private static List<Hazard> ofDomain(QualifiedName domain, Constraint.Check check) {
        Hazard rejects = new Hazard(
                Kind.REJECTS_WRITES, "values that violate " + check.name() + " are refused from then on");
        return check.enforcement() == Enforcement.NOT_VALID
                ? List.of(rejects)
                : Stream.concat(scanOfDomain(domain).stream(), Stream.of(rejects)).toList();
    }

    private static List<Hazard> scanOfDomain(QualifiedName domain) {
        String tables = "every table with a column of " + domain.display();
        return List.of(
                new Hazard(Kind.BLOCKS_WRITES, "writers of " + tables + " wait while it is checked"),
                new Hazard(Kind.SCANS_TABLE, "ALTER DOMAIN reads the whole of " + tables));
    }

    private static List<Hazard> of(AddColumn added) {
        if (!writesEveryRow(added.column())) {
            return List.of();
        }
        String table = added.table().display();
        return List.of(
                new Hazard(
                        Kind.REWRITES_TABLE,
                        "every row of " + table + " gets a value of its own, so the table is written anew"),
                blocks(table, "readers and writers", "while it is rewritten"));
    }

    private static boolean writesEveryRow(Column column) {
        return switch (column.generation()) {
            case null -> Volatility.mayBeVolatile(column.defaultValue());
            case Generation.Serial ignored -> true;
            case Generation.Identity ignored -> true;
            case Generation.Computed computed -> computed.stored();
        };
    }

    private static List<Hazard> of(AddConstraint added) {
        String table = added.table().display();
        return switch (added.constraint()) {
            case Constraint.PrimaryKey key -> ofKey(table, key.columns(), added.marks());
            case Constraint.Unique key -> ofKey(table, key.columns(), added.marks());
            case Constraint.Exclusion exclusion -> ofExclusion(table, exclusion);
            case Constraint.Check check -> switch (check.enforcement()) {
                case ENFORCED ->
                    List.of(scan("VALIDATE CONSTRAINT", table), rejects(table, "that violate " + check.name()));
                case NOT_VALID -> List.of(rejects(table, "that violate " + check.name()));
                case NOT_ENFORCED -> List.of();
            };
            case Constraint.ForeignKey key -> ofForeignKey(table, key);
        };
    }

    private static List<Hazard> ofKey(String table, List<String> columns, List<IndexMark> marks) {
        List<Hazard> hazards = new ArrayList<>(List.of(
                blocks(table, "readers and writers", "while its index is built"),
                scan("the index", table),
                rejects(table, "that repeat a value of (" + String.join(", ", columns) + ")")));
        hazards.addAll(ofMarks(table, marks));
        return hazards;
    }

    /** Its index cannot be built CONCURRENTLY, nor the constraint be added NOT VALID. */
    private static List<Hazard> ofExclusion(String table, Constraint.Exclusion exclusion) {
        return List.of(
                blocks(table, "readers and writers", "while its index is built and every row is compared"),
                scan("the index", table),
                rejects(table, "that " + exclusion.name() + " excludes"));
    }

    private static List<Hazard> ofForeignKey(String table, Constraint.ForeignKey key) {
        String target = key.target().display();
        List<Hazard> rejections = List.of(
                rejects(table, "that point to no row of " + target),
                rejects(target, "that take away a row which " + table + " points to"));
        return switch (key.enforcement()) {
            case ENFORCED ->
                Stream.concat(Stream.of(scan("VALIDATE CONSTRAINT", table)), rejections.stream()).toList();
            case NOT_VALID -> rejections;
            case NOT_ENFORCED -> List.of();
        };
    }

    private static List<Hazard> of(CreateIndex created) {
        String table = created.table().display();
        List<Hazard> hazards = new ArrayList<>(build("CREATE INDEX CONCURRENTLY", table));
        if (created.index().unique()) {
            hazards.add(rejects(table, "that repeat a key of " + created.index().name()));
        }
        hazards.addAll(ofMarks(table, created.marks()));
        return hazards;
    }

    private static List<Hazard> of(RebuildIndex rebuilt) {
        String table = rebuilt.table().display();
        return Stream.concat(
                build("REINDEX CONCURRENTLY", table).stream(), ofMarks(table, rebuilt.marks()).stream())
                .toList();
    }

    private static List<Hazard> ofMarks(String table, List<IndexMark> marks) {
        return marks.contains(IndexMark.REPLICA_IDENTITY)
                ? List.of(blocks(table, "readers and writers", "for a moment, while REPLICA IDENTITY is set"))
                : List.of();
    }

    private static List<Hazard> of(CreateTrigger created) {
        String table = created.table().display();
        String events = created.trigger().events().stream().map(Enum::name).collect(Collectors.joining(" or "));
        return List.of(
                new Hazard(
                        Kind.CHANGES_WRITES,
                        "from then on every " + events + " on " + table + " calls "
                                + created.trigger().function().display() + "()"),
                blocks(table, "writers", "while it is created, and it waits for the transactions that write there"));
    }

    /** A grant on something that is in use; whatever else is created stands in nobody's way. */
    private static List<Hazard> of(DatabaseObject object) {
        return object instanceof Grant grant
                ? List.of(new Hazard(Kind.CHANGES_ACCESS, SupplementNames.of(grant) + ": from then on"))
                : List.of();
    }

    private static List<Hazard> of(OnRowSecurity security) {
        String table = security.table().display();
        String what = switch (security) {
            case EnableRowSecurity ignored ->
                "whoever does not own " + table + " sees and writes only the rows that its policies let through";
            case ForceRowSecurity ignored ->
                "the owner of " + table + " sees and writes only the rows that its policies let through";
            case CreatePolicy created when created.policy().permissive() ->
                "rows of " + table + " are let through that were not before";
            case CreatePolicy ignored -> "rows of " + table + " are held back that were not before";
        };
        return List.of(
                new Hazard(Kind.CHANGES_ACCESS, what),
                blocks(table, "readers and writers", "for a moment, behind the transactions that use it"));
    }

    private static List<Hazard> of(CreateRule created) {
        String table = created.table().display();
        return List.of(
                new Hazard(
                        Kind.CHANGES_WRITES,
                        "from then on every " + created.rule().event() + " on " + table + " is rewritten by the rule "
                                + created.rule().name()),
                blocks(table, "readers and writers",
                        "while it is created, and it waits for every transaction that uses it"));
    }

    private static List<Hazard> of(AddDefault added) {
        String view = added.table().display();
        return List.of(
                new Hazard(
                        Kind.CHANGES_WRITES,
                        "from then on an INSERT through " + view + " that gives no " + added.value().column()
                                + " takes this default, and not that of the table below"),
                blocks(view, "readers and writers", "for a moment, behind the transactions that use it"));
    }

    private static List<Hazard> build(String command, String table) {
        return List.of(
                scan(command, table),
                new Hazard(
                        Kind.TAKES_LONG,
                        command + " waits for every transaction that is older than itself; " + table
                                + " stays readable and writable"));
    }

    private static Hazard scan(String reader, String table) {
        return new Hazard(Kind.SCANS_TABLE, reader + " reads the whole of " + table);
    }

    private static Hazard blocks(String table, String who, String when) {
        return new Hazard(Kind.BLOCKS_WRITES, who + " of " + table + " wait " + when);
    }

    private static Hazard rejects(String table, String which) {
        return new Hazard(Kind.REJECTS_WRITES, "writes to " + table + " " + which + " are refused from then on");
    }
}
