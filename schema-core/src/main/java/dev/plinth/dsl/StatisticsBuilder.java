package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Statistics.Kind;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** CREATE STATISTICS. Lives inside the lambda of {@code statistics(...)}. */
public final class StatisticsBuilder {

    private final QualifiedName name;
    private final Block block;
    private final List<Kind> kinds = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<Expression> expressions = new ArrayList<>();
    private @Nullable QualifiedName table;
    private @Nullable String description;
    private @Nullable String comment;

    private StatisticsBuilder(QualifiedName name, Block block) {
        this.name = name;
        this.block = block;
    }

    static Statistics build(QualifiedName name, Consumer<StatisticsBuilder> body) {
        Block block = new Block("statistics", name.display());
        StatisticsBuilder builder = new StatisticsBuilder(name, block);
        body.accept(builder);
        block.close();
        return builder.build();
    }

    private Statistics build() {
        if (table == null) {
            throw block.refusal("is of no table", "Say from(TABLE), or from(VIEW) with a materialized view.");
        }
        return new Statistics(
                name,
                table,
                kinds,
                columns,
                expressions,
                Comments.of(Target.of(Target.Kind.STATISTICS, name), comment),
                description);
    }

    /** How many different groups of values there are. Where no kind is said PostgreSQL finds out all of them. */
    public StatisticsBuilder ndistinct() {
        return kind(Kind.NDISTINCT);
    }

    /** How far one column tells another. */
    public StatisticsBuilder dependencies() {
        return kind(Kind.DEPENDENCIES);
    }

    /** The most common groups of values. */
    public StatisticsBuilder mcv() {
        return kind(Kind.MCV);
    }

    private StatisticsBuilder kind(Kind kind) {
        block.requireOpen();
        kinds.add(kind);
        return this;
    }

    /** Columns of the table, in any order: two to eight together with the expressions. */
    public StatisticsBuilder on(String... names) {
        block.requireOpen();
        columns.addAll(List.of(names));
        return this;
    }

    /** An expression over the columns; one alone has statistics of its own, as those of a column. */
    public StatisticsBuilder on(SqlExpression expression) {
        block.requireOpen();
        expressions.add(expression.expression());
        return this;
    }

    /** FROM a table, which has to be listed in {@code schema(...)}. */
    public StatisticsBuilder from(Table of) {
        return from(of.name());
    }

    /** FROM a materialized view, which has to be listed in {@code schema(...)}. */
    public StatisticsBuilder from(MaterializedView of) {
        return from(of.name());
    }

    private StatisticsBuilder from(QualifiedName of) {
        block.requireUnsaid("from(...)", table);
        table = of;
        return this;
    }

    /** Documentation that stays in the model. */
    public StatisticsBuilder describe(String text) {
        block.requireOpen();
        description = text;
        return this;
    }

    /** COMMENT ON STATISTICS, which is stored in the database. */
    public StatisticsBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        return this;
    }
}
