package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A domain. Lives inside the lambda of {@code domain(...)}. */
public final class DomainBuilder {

    private final Block block;
    private final List<Constraint.Check> checks = new ArrayList<>();
    private final List<DatabaseObject> objects = new ArrayList<>();
    private boolean nullable = true;
    private @Nullable Expression defaultValue;
    private @Nullable QualifiedName collation;
    private final Map<String, String> comments = new LinkedHashMap<>();
    private @Nullable String description;

    private DomainBuilder(Block block) {
        this.block = block;
    }

    static DomainType build(QualifiedName name, ColumnType base, Consumer<DomainBuilder> body) {
        Block block = new Block("domain", name.display());
        DomainBuilder builder = new DomainBuilder(block);
        body.accept(builder);
        block.close();
        builder.objects.addAll(Comments.of(Target.Kind.DOMAIN, Target.Kind.DOMAIN_CONSTRAINT, name, builder.comments));
        return new DomainType(
                name,
                base,
                builder.collation,
                builder.defaultValue,
                builder.nullable,
                builder.checks,
                builder.objects,
                builder.description);
    }

    /** NOT NULL. */
    public DomainBuilder notNull() {
        block.requireOpen();
        nullable = false;
        return this;
    }

    /** DEFAULT: what a column of the domain has that says nothing else. */
    public DomainBuilder defaultTo(Expression value) {
        block.requireUnsaid("defaultTo(...)", defaultValue);
        defaultValue = value;
        return this;
    }

    /** DEFAULT, as SQL text. */
    public DomainBuilder defaultTo(SqlExpression value) {
        return defaultTo(value.expression());
    }

    /** CONSTRAINT name CHECK (sql); the value is called {@code VALUE}. */
    public DomainBuilder check(String name, String sql) {
        block.requireOpen();
        checks.add(new Constraint.Check(name, new Expression.Sql(sql), null));
        return this;
    }

    /** COLLATE one that PostgreSQL comes with: {@code "C"}, {@code "de-x-icu"}. */
    public DomainBuilder collate(String predefined) {
        return collate(new QualifiedName("pg_catalog", predefined));
    }

    /** NOT VALID, of the check before: values that are stored already are not looked at. */
    public DomainBuilder notValid() {
        block.requireOpen();
        if (checks.isEmpty()) {
            throw block.refusal("says notValid() of no check", "Write it behind check(...).");
        }
        Constraint.Check check = checks.removeLast();
        checks.add(new Constraint.Check(check.name(), check.condition(), false, Enforcement.NOT_VALID, null));
        return this;
    }

    /** COLLATE one of the schema, which comes into it with the domain. */
    public DomainBuilder collate(Collation own) {
        objects.add(own);
        return collate(own.name());
    }

    /** COMMENT ON DOMAIN, which is stored in the database. */
    public DomainBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comments.put("", text));
        return this;
    }

    /** COMMENT ON CONSTRAINT: the same for a check, by its name. */
    public DomainBuilder comment(String check, String text) {
        block.requireUnsaid("comment(\"" + check + "\", ...)", comments.put(check, text));
        return this;
    }

    /** Documentation that stays in the model. */
    public DomainBuilder describe(String text) {
        block.requireOpen();
        description = text;
        return this;
    }

    private DomainBuilder collate(QualifiedName name) {
        block.requireUnsaid("collate(...)", collation);
        collation = name;
        return this;
    }
}
