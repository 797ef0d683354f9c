package dev.plinth.diff;

import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Table;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Compares a schema with a live database: what is missing, and what differs. By name first; what has another name and
 * the same definition counts as present. A pure function of its arguments.
 */
public final class SqlDiff {

    private final Schema schema;
    private final LiveDatabase live;
    private final Answers answers;
    private final Findings findings = new Findings();

    private SqlDiff(Schema schema, LiveDatabase live, Answers answers) {
        this.schema = schema;
        this.live = live;
        this.answers = answers;
    }

    /** What of {@code schema} is missing in {@code live}, and what differs. */
    public static Difference<SqlChange> compare(Schema schema, LiveDatabase live, Answers answers) {
        SqlDiff diff = new SqlDiff(schema, live, answers);
        diff.compareNamespaces();
        diff.compareExtensions();
        new ObjectDiff(live, answers, diff.findings).compare(schema);
        diff.compareTables();
        new CommentDiff(live, schema.tables(), diff.findings).compare(schema.objects(Comment.class));
        new GrantDiff(live, diff.findings).compare(schema.objects(Grant.class));
        DefaultPrivilegesDiff defaults = new DefaultPrivilegesDiff(live, diff.findings);
        schema.objects(DefaultPrivileges.class).forEach(defaults::compare);
        return ForeignKeyTargets.check(schema, live, diff.findings.difference());
    }

    private void compareNamespaces() {
        Set<String> declared = new LinkedHashSet<>();
        for (DatabaseObject object : schema.objects()) {
            declared.add(object.name().namespace());
        }
        for (Table table : schema.tables()) {
            declared.add(table.name().namespace());
        }
        declared.addAll(SqlAdditions.extensionNamespaces(schema).toList());
        declared.removeAll(live.namespaces());
        for (String namespace : declared) {
            findings.missing(new CreateNamespace(namespace));
        }
    }

    private void compareExtensions() {
        for (Extension extension : schema.extensions()) {
            live.extension(extension.name())
                    .ifPresentOrElse(
                            existing -> compare(extension, existing),
                            () -> findings.missing(new CreateExtension(extension)));
        }
    }

    /** What is not said of an extension may be anything. */
    private void compare(Extension declared, Extension existing) {
        Subject subject = Subject.of(ObjectKind.EXTENSION, declared.name());
        if (declared.namespace() != null) {
            findings.text(subject, "schema", declared.namespace(), String.valueOf(existing.namespace()));
        }
        if (declared.version() != null) {
            findings.text(subject, "version", declared.version(), String.valueOf(existing.version()));
        }
        if (declared.comment() != null) {
            String comment = ExpressionText.quoted(declared.comment());
            findings.text(
                    subject,
                    "comment",
                    comment,
                    existing.comment() == null ? "" : ExpressionText.quoted(existing.comment()),
                    "COMMENT ON EXTENSION " + declared.name() + " IS " + comment);
        }
    }

    private void compareTables() {
        Set<QualifiedName> unusable = new LinkedHashSet<>();
        Set<QualifiedName> elsewhere = new LinkedHashSet<>();
        for (Table table : schema.tables()) {
            String holder = live.relations().get(table.name());
            boolean isMissing = live.table(table.name()).isEmpty();
            if (isMissing && holder != null) {
                unusable.add(table.name());
                findings.conflict(Subject.of(ObjectKind.TABLE, table.name().display()), "a table", holder);
            } else if (isMissing && new PartitionDiff(table, live).equivalent().isPresent()) {
                elsewhere.add(table.name());
            }
        }
        PassedOnDiff passedOn = new PassedOnDiff(schema, live, findings);
        for (Table table : schema.tables()) {
            if (!unusable.contains(table.name())) {
                LiveTable existing = live.table(table.name()).orElse(null);
                new TableDiff(table, existing, live, unusable, elsewhere, answers, findings).compare();
                if (existing != null) {
                    passedOn.compare(table, existing);
                }
            }
        }
    }
}
