package dev.plinth.dsl;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.TriggerEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CREATE RULE, complete with its event and what is done. */
public final class RuleStatement implements Block.Statement {

    private final TableDraft table;
    private final String name;
    private @Nullable TriggerEvent event;
    private @Nullable Expression condition;
    private boolean instead;
    private @Nullable List<String> commands;
    private @Nullable String description;
    private @Nullable String comment;

    RuleStatement(TableDraft table, String name) {
        this.table = table;
        this.name = name;
    }

    /** ON an event: {@code INSERT}, {@code UPDATE} or {@code DELETE}. */
    public RuleStatement on(TriggerEvent wanted) {
        requireUnsaid("on(...)", event);
        event = wanted;
        return this;
    }

    /** WHERE: it holds only where the condition over {@code OLD} and {@code NEW} is true. */
    public RuleStatement where(String sql) {
        requireUnsaid("where(...)", condition);
        condition = new Expression.Sql(sql);
        return this;
    }

    /** DO ALSO: these commands are run besides the statement. They name tables with their namespaces. */
    public RuleStatement doAlso(String first, String... more) {
        return act(false, Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /** DO INSTEAD: these commands stand for the statement. They name tables with their namespaces. */
    public RuleStatement doInstead(String first, String... more) {
        return act(true, Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /** DO INSTEAD NOTHING: the statement does nothing. */
    public RuleStatement doInsteadNothing() {
        return act(true, List.of());
    }

    private RuleStatement act(boolean replaces, List<String> texts) {
        requireUnsaid("do...(...)", commands);
        instead = replaces;
        commands = texts.stream().map(NamedQueryBuilder::withoutEnd).toList();
        return this;
    }

    private void requireUnsaid(String word, @Nullable Object earlier) {
        table.requireOpen();
        if (earlier != null) {
            throw table.refusal(title() + " already has its " + word, "Say it once.");
        }
    }

    /** Documentation that stays in the model. */
    public RuleStatement describe(String text) {
        table.requireOpen();
        description = text;
        return this;
    }

    /** COMMENT ON RULE, which is stored in the database. */
    public RuleStatement comment(String text) {
        comment = table.comment(title(), comment, text);
        return this;
    }

    @Override
    public String title() {
        return "rule(\"" + name + "\")";
    }

    @Override
    public Optional<String> missing() {
        if (event == null) {
            return Optional.of("Add .on(INSERT), .on(UPDATE) or .on(DELETE).");
        }
        return commands == null ? Optional.of("Add .doInsteadNothing(), .doInstead(...) or .doAlso(...).")
                : Optional.empty();
    }

    String name() {
        return name;
    }

    @Nullable
    String comment() {
        return comment;
    }

    RewriteRule toModel() {
        if (event == null || commands == null) {
            throw new IllegalStateException(title() + " is unfinished");
        }
        return new RewriteRule(name, event, condition, instead, commands, description);
    }
}
