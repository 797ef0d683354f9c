package dev.plinth.dsl;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.Policy.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE POLICY, complete with one of its conditions: permissive, for every statement and everybody where nothing else is said. */
public final class PolicyStatement implements Block.Statement {

    private final TableDraft table;
    private final String name;
    private boolean permissive = true;
    private @Nullable Command command;
    private final List<String> roles = new ArrayList<>();
    private @Nullable Expression using;
    private @Nullable Expression withCheck;
    private @Nullable String description;
    private @Nullable String comment;

    PolicyStatement(TableDraft table, String name) {
        this.table = table;
        this.name = name;
    }

    /** AS RESTRICTIVE: joined to the others by AND. Somebody for whom there are restrictive policies only sees nothing. */
    public PolicyStatement restrictive() {
        table.requireOpen();
        permissive = false;
        return this;
    }

    /** FOR SELECT. */
    public PolicyStatement forSelect() {
        return forCommand(Command.SELECT);
    }

    /** FOR INSERT, which has {@code withCheck(...)} only. */
    public PolicyStatement forInsert() {
        return forCommand(Command.INSERT);
    }

    /** FOR UPDATE. */
    public PolicyStatement forUpdate() {
        return forCommand(Command.UPDATE);
    }

    /** FOR DELETE, which has {@code using(...)} only. */
    public PolicyStatement forDelete() {
        return forCommand(Command.DELETE);
    }

    private PolicyStatement forCommand(Command wanted) {
        requireUnsaid("is already FOR " + command, command);
        command = wanted;
        return this;
    }

    /** TO roles, which exist: Plinth creates none. Everybody where nothing is said. */
    public PolicyStatement to(String role, String... more) {
        table.requireOpen();
        roles.add(role);
        roles.addAll(List.of(more));
        return this;
    }

    /** USING: the rows that are seen, as a condition over the columns; others are as if they were not there. */
    public PolicyStatement using(String sql) {
        requireUnsaid("already has its using(...)", using);
        using = new Expression.Sql(sql);
        return this;
    }

    /** WITH CHECK: the rows that may be written; writing another one is an error. As USING where nothing is said. */
    public PolicyStatement withCheck(String sql) {
        requireUnsaid("already has its withCheck(...)", withCheck);
        withCheck = new Expression.Sql(sql);
        return this;
    }

    private void requireUnsaid(String message, @Nullable Object earlier) {
        table.requireOpen();
        if (earlier != null) {
            throw table.refusal(title() + " " + message, "Say it once, or write a second policy.");
        }
    }

    /** Documentation that stays in the model. */
    public PolicyStatement describe(String text) {
        table.requireOpen();
        description = text;
        return this;
    }

    /** COMMENT ON POLICY, which is stored in the database. */
    public PolicyStatement comment(String text) {
        comment = table.comment(title(), comment, text);
        return this;
    }

    @Override
    public String title() {
        return "policy(\"" + name + "\")";
    }

    @Override
    public Optional<String> missing() {
        return using == null && withCheck == null
                ? Optional.of("Add .using(\"...\"), or .withCheck(\"...\").")
                : Optional.empty();
    }

    String name() {
        return name;
    }

    @Nullable
    String comment() {
        return comment;
    }

    Policy toModel() {
        return new Policy(
                name, command == null ? Command.ALL : command, permissive, roles, using, withCheck, description);
    }
}
