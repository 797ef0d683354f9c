package dev.plinth.diff;

import dev.plinth.diff.Change.AddDefault;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares a view: its query by its meaning, its indexes and triggers as those of a table. */
final class ViewDiff {

    private final NamedQuery declared;
    private final NamedQuery live;
    private final LiveTable parts;
    private final LiveDatabase database;
    private final Answers answers;
    private final Findings findings;
    private final Subject subject;

    /** @param parts the indexes and triggers that it has */
    ViewDiff(
            NamedQuery declared,
            NamedQuery live,
            LiveTable parts,
            LiveDatabase database,
            Answers answers,
            Findings findings) {
        this.declared = declared;
        this.live = live;
        this.parts = parts;
        this.database = database;
        this.answers = answers;
        this.findings = findings;
        this.subject = Subject.of(declared);
    }

    /** @param relations who has which name in the namespaces of relations */
    void compare(Map<QualifiedName, String> relations) {
        if (!declared.columns().isEmpty()) {
            // Where fewer are named than there are, the query calls the others.
            int named = Math.min(declared.columns().size(), live.columns().size());
            findings.text(subject, "columns", text(declared.columns()), text(live.columns().subList(0, named)));
        }
        findings.verdict(
                answers.sameExpression(
                        declared.name(), new Expression.Sql(declared.query()), new Expression.Sql(live.query())),
                subject,
                "query",
                declared.query(),
                live.query(),
                query -> query.strip().replaceAll("\\s+", " "));
        if (declared instanceof View one && live instanceof View other) {
            compareOptions(one.options(), other.options());
            compareDefaults(one);
        }
        if (declared instanceof MaterializedView one && live instanceof MaterializedView other) {
            compareOptions(one.options(), other.options());
        }
        new TriggerDiff(declared.parts(), parts, answers, findings).compare();
        new RuleDiff(declared.parts(), parts, answers, findings).compare();
        compareIndexes(relations);
    }

    private void compareOptions(View.Options wanted, View.Options existing) {
        findings.text(
                subject,
                "security_barrier",
                word(wanted.securityBarrier(), "security_barrier"),
                word(existing.securityBarrier(), "security_barrier"));
        findings.text(
                subject,
                "security_invoker",
                word(wanted.securityInvoker(), "security_invoker"),
                word(existing.securityInvoker(), "security_invoker"));
        findings.text(subject, "check option", text(wanted.checkOption()), text(existing.checkOption()));
    }

    /** One that is missing is added; those that nobody declared are differences, as they change what is written. */
    private void compareDefaults(View view) {
        view.defaults().forEach(this::compare);
        Set<String> declaredOnes = view.defaults().stream().map(ColumnDefault::column).collect(Collectors.toSet());
        parts.plainColumns().stream()
                .filter(column -> !declaredOnes.contains(column.name()) && !ColumnDiff.isNull(column.defaultValue()))
                .forEach(column -> findings.different(
                        Subject.column(declared.name(), column.name()),
                        "default",
                        "",
                        ExpressionText.ofNullable(column.defaultValue())));
    }

    private void compare(ColumnDefault wanted) {
        AddDefault change = new AddDefault(declared.name(), wanted);
        Live<Column> column = parts.column(wanted.column()).orElse(null);
        if (column == null) {
            findings.obstructed(change, "the live view has no column " + wanted.column()
                    + ", as its query is another one; it can have the default once it is made anew in a migration");
            return;
        }
        Expression existing = column.object().defaultValue();
        if (existing != null) {
            findings.verdict(
                    answers.sameExpression(declared.name(), wanted.value(), existing),
                    Subject.column(declared.name(), wanted.column()),
                    "default",
                    wanted.value(),
                    existing,
                    ExpressionText::of);
        } else if (!ColumnDiff.isNull(wanted.value())) {
            findings.missing(change);
        }
    }

    /** Whether it is filled is data. */
    private void compareOptions(MaterializedView.Options wanted, MaterializedView.Options existing) {
        findings.text(
                subject,
                "storage parameters",
                IndexText.parameters(TableOptionsDiff.kept(wanted.parameters(), parts)),
                IndexText.parameters(existing.parameters()));
        findings.text(
                subject,
                "access method",
                Objects.requireNonNullElse(wanted.accessMethod(), "heap"),
                database.storage().accessMethod(wanted.accessMethod(), existing.accessMethod()));
        findings.text(
                subject,
                "tablespace",
                Objects.requireNonNullElse(wanted.tablespace(), ""),
                database.storage().tablespace(wanted.tablespace(), existing.tablespace()));
    }

    private void compareIndexes(Map<QualifiedName, String> relations) {
        IndexDiff indexes = new IndexDiff(declared.parts(), parts.options(), new Unmatched(parts), answers, findings);
        indexes.compareNamesakes();
        indexes.findEquivalents();
        indexes.findStandIns(change -> lacking(columns(change.index()), parts).ifPresentOrElse(
                column -> findings.obstructed(change, "the live view has no column " + column
                        + ", as its query is another one; it can have the index once it is made anew in a migration"),
                () -> addIndex(change, relations, findings)));
    }

    private static Stream<String> columns(Index index) {
        Stream<String> keys = index.keys().stream()
                .flatMap(
                        key -> key.target() instanceof Target.OfColumn column ? Stream.of(column.name())
                                : Stream.empty());
        return Stream.concat(keys, index.include().stream());
    }

    /** The first of the columns that a live view does not have. */
    private static Optional<String> lacking(Stream<String> columns, LiveTable view) {
        return columns.filter(column -> view.column(column).isEmpty()).findFirst();
    }

    /** Statistics of a live view can be of the columns that it has. */
    static void addStatistics(CreateObject change, Statistics statistics, LiveTable view, Findings findings) {
        lacking(statistics.columns().stream(), view).ifPresentOrElse(
                column -> findings.obstructed(change, "the live view has no column " + column
                        + ", as its query is another one; it can have the statistics once it is made anew in a migration"),
                () -> findings.missing(change));
    }

    /** An index needs a name that no other relation of the namespace has. */
    static void addIndex(CreateIndex change, Map<QualifiedName, String> relations, Findings findings) {
        String holder = relations.get(change.table().sibling(change.index().name()));
        if (holder == null) {
            findings.missing(change);
        } else {
            findings.conflict(change.subject(), "an index", holder);
        }
    }

    private static String word(boolean said, String word) {
        return said ? word : "";
    }

    private static String text(View.CheckOption option) {
        return option == View.CheckOption.NONE ? "" : "WITH " + option + " CHECK OPTION";
    }

    private static String text(List<String> columns) {
        return columns.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
