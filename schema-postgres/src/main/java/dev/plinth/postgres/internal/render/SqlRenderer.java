package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.AddDefault;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.OnRowSecurity;
import dev.plinth.diff.Change.OnType;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.QueryPart;

/**
 * Additions as SQL statements, without a semicolon at the end. Everything that an addition names is quoted and qualified,
 * so a statement means the same under any search path; only expressions are as the model has them.
 *
 * <p>Making a renderer loads jOOQ: make one when there is something to render. Renderers may be shared between threads.
 */
public final class SqlRenderer {

    private final DSLContext jooq = Jooq.context();
    private final NamespaceRenderer namespaces;
    private final ColumnRenderer columns;
    private final TableRenderer tables;
    private final ConstraintRenderer constraints;
    private final ObjectRenderer objects;
    private final IndexRenderer indexes;
    private final TriggerRenderer triggers = new TriggerRenderer();
    private final PolicyRenderer policies = new PolicyRenderer();
    private final SequenceRenderer sequences = new SequenceRenderer();
    private final RuleRenderer rules = new RuleRenderer();

    /** A renderer for a database, or for a script. */
    public SqlRenderer(RenderContext context) {
        this.namespaces = new NamespaceRenderer(context);
        TypeRenderer types = new TypeRenderer(context);
        KeyRenderer keys = new KeyRenderer(context);
        this.objects = new ObjectRenderer(types, keys);
        this.columns = new ColumnRenderer(types);
        this.indexes = new IndexRenderer(keys);
        this.constraints = new ConstraintRenderer(keys);
        this.tables = new TableRenderer(context, columns, constraints, keys);
    }

    /** The statements that make the addition: one, unless a sequence belongs to it, it is done in two steps, or only
     * ALTER can say all of it. */
    public List<String> statements(SqlChange change, RenderMode mode) {
        List<String> statements = parts(change, mode).stream().map(jooq::renderInlined).toList();
        return mode == RenderMode.RERUNNABLE ? guarded(change, statements) : statements;
    }

    private List<String> guarded(SqlChange change, List<String> statements) {
        String settled = settled(change);
        if (!settled.isEmpty()) {
            return List.of(Guard.unlessFound(settled, String.join(";\n    ", statements)));
        }
        String probe = probe(change);
        return probe.isEmpty()
                ? statements
                : statements.stream().map(statement -> Guard.unlessFound(probe, statement)).toList();
    }

    /**
     * The query that finds what exists already, and is not to be given again what is set behind its statement; empty where
     * nothing is.
     */
    private static String settled(SqlChange change) {
        return switch (change) {
            case CreateTable created when TableOptionsRenderer.hasSettings(created.table()) ->
                relation(created.table().name());
            case CreateIndex created when !created.marks().isEmpty() ->
                relation(created.table().sibling(created.index().name()));
            case AddConstraint added when !added.marks().isEmpty() -> ConstraintRenderer.probe(added);
            case CreateExtension created when created.extension().comment() != null ->
                NamespaceRenderer.probe(created.extension());
            case CreateObject created when created.object() instanceof TextSearchConfiguration configuration ->
                TextSearchRenderer.probe(configuration);
            case SqlChange ignored -> "";
        };
    }

    private static String relation(QualifiedName name) {
        return "SELECT FROM pg_catalog.pg_class WHERE oid = pg_catalog.to_regclass("
                + SqlText.literal(SqlText.qualified(name)) + ")";
    }

    /** CREATE INDEX of a partitioned table alone: invalid until each partition has one attached. */
    public String only(CreateIndex created) {
        return jooq.renderInlined(indexes.only(created));
    }

    /** Makes the index of a partition a part of that of its table. */
    public String attach(QualifiedName whole, QualifiedName part) {
        return jooq.renderInlined(indexes.attach(whole, part));
    }

    /** What the table says of an index that is there. */
    public List<String> marks(QualifiedName table, Index index, List<IndexMark> marks) {
        return indexes.marks(table, index, marks).map(jooq::renderInlined).toList();
    }

    private List<QueryPart> parts(SqlChange change, RenderMode mode) {
        return switch (change) {
            case CreateNamespace created -> List.of(namespaces.create(created.name(), mode));
            case CreateExtension created -> namespaces.create(created.extension(), mode);
            case OnType added -> List.of(objects.add(added));
            case CreateObject created -> objects.create(created.object(), mode);
            case CreateTable created -> sequences.around(created.owned(), tables.create(created.table(), mode), mode);
            case AddColumn added -> sequences.around(added.owned(), columns.add(added, mode), mode);
            case AddConstraint added -> constraints.add(added, mode);
            case ValidateConstraint validated -> List.of(constraints.validate(validated));
            case CreateIndex created -> indexes.create(created, mode);
            case RebuildIndex rebuilt -> indexes.rebuild(rebuilt);
            case CreateTrigger created -> List.of(triggers.create(created));
            case OnRowSecurity added -> List.of(policies.add(added));
            case CreateRule created -> List.of(rules.create(created));
            case AddDefault added -> List.of(ViewRenderer.add(added));
        };
    }

    /** The query that finds what exists already; empty where the statement itself can be repeated. */
    private String probe(SqlChange change) {
        return switch (change) {
            case CreateObject created -> objects.probe(created.object());
            case AddConstraint added -> ConstraintRenderer.probe(added);
            case CreateTrigger created -> TriggerRenderer.probe(created);
            case AddDomainCheck added -> TypeDefinitionRenderer.probe(added);
            case OnRowSecurity added -> PolicyRenderer.probe(added);
            case CreateRule created -> RuleRenderer.probe(created);
            case AddDefault added -> ViewRenderer.probe(added);
            case OnType added -> "";
            case CreateNamespace created -> "";
            case CreateExtension created -> "";
            case CreateTable created -> "";
            case AddColumn added -> "";
            case ValidateConstraint validated -> "";
            case CreateIndex created -> "";
            case RebuildIndex rebuilt -> "";
        };
    }
}
