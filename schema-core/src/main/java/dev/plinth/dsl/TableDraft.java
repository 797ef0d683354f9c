package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.StorageParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table while its lambda runs: what has been said so far, and who may still say something. */
final class TableDraft {

    final List<ConstraintStatement> constraints = new ArrayList<>();
    final List<IndexStatement> indexes = new ArrayList<>();
    final List<TriggerStatement> triggers = new ArrayList<>();
    final List<PolicyStatement> policies = new ArrayList<>();
    boolean rowSecurityEnabled;
    boolean rowSecurityForced;
    final List<RuleStatement> rules = new ArrayList<>();
    /** What the table uses and the schema has to define. */
    final Set<DatabaseObject> objects = new LinkedHashSet<>();
    final Map<String, ColumnHandle> columns = new LinkedHashMap<>();
    /** What is said of the sequences of columns, by the names of the columns. */
    final Map<String, String> sequenceComments = new LinkedHashMap<>();
    final TableOptionsDraft options;
    @Nullable
    String description;
    @Nullable
    String comment;

    private final QualifiedName name;
    final Block block;
    private final Map<String, Set<String>> claimed = new HashMap<>();

    TableDraft(QualifiedName name) {
        this("table", name, null);
    }

    /** @param whole the partitioned table that this is a partition of */
    TableDraft(QualifiedName name, @Nullable TableDraft whole) {
        this(whole == null ? "table" : "partition", name, whole);
    }

    /** @param word the word of the DSL that opens the block: a view has indexes or triggers as a table has them */
    TableDraft(String word, QualifiedName name) {
        this(word, name, null);
    }

    private TableDraft(String word, QualifiedName name, @Nullable TableDraft whole) {
        this.name = name;
        this.block = new Block(word, name.display());
        this.options = new TableOptionsDraft(this, whole);
    }

    QualifiedName name() {
        return name;
    }

    String subject() {
        return block.subject();
    }

    ColumnHandle column(String columnName, ColumnType type) {
        requireOpen();
        block.requireType(columnName, type);
        if (options.isPartition()) {
            throw refusal(columnName, "a partition has the columns of its table and no others",
                    "Declare it in the table; t.column(\"" + columnName + "\") is how the partition speaks of it.");
        }
        objects.addAll(Definitions.of(type).toList());
        ColumnHandle column = new ColumnHandle(this, columnName, type.byName());
        ColumnHandle earlier = columns.get(columnName);
        if (earlier != null && !earlier.isInherited()) {
            throw refusal(columnName, "is already a column of this table", "Rename one of the two, or drop it.");
        }
        columns.put(columnName, earlier == null ? column : column.inheriting(earlier.options.inherited));
        return column;
    }

    /** The column of that name of this table, of those it inherits from, or of the table it is a partition of. */
    ColumnHandle column(String columnName) {
        requireOpen();
        ColumnHandle known = columns.get(columnName);
        ColumnHandle column = known == null ? options.columnOfWhole(columnName) : known;
        if (column == null) {
            throw refusal(columnName, "is no column of this table, and none that it inherits",
                    "Say its type: t.column(\"" + columnName + "\", text()).");
        }
        columns.putIfAbsent(columnName, column);
        return column;
    }

    KeyStatement primaryKey(List<ColumnHandle> keyColumns) {
        List<String> names = names(keyColumns);
        Optional<KeyStatement> earlier = primaryKey();
        if (earlier.isPresent()) {
            String message = "already has the primary key (" + String.join(", ", earlier.get().columns()) + ")";
            throw refusal(message, "For a key of several columns write t.primaryKey(a, b) once.");
        }
        for (ColumnHandle column : keyColumns) {
            column.requireNotDeclaredNullable();
        }
        return add(new KeyStatement(this, true, names));
    }

    Optional<KeyStatement> primaryKey() {
        for (ConstraintStatement constraint : constraints) {
            if (constraint instanceof KeyStatement key && key.isPrimary()) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    boolean isInPrimaryKey(ColumnHandle column) {
        Optional<KeyStatement> key = primaryKey();
        return key.isPresent() && key.get().columns().contains(column.name());
    }

    KeyStatement unique(List<ColumnHandle> keyColumns) {
        return add(new KeyStatement(this, false, names(keyColumns)));
    }

    ForeignKeyStatement foreignKey(List<ColumnHandle> keyColumns) {
        names(keyColumns);
        return add(new ForeignKeyStatement(this, keyColumns));
    }

    ExclusionStatement exclude(List<ExcludedKey> keys) {
        return add(new ExclusionStatement(this, keys));
    }

    CheckStatement check(CheckStatement check) {
        return add(check);
    }

    IndexStatement index(@Nullable String indexName) {
        requireOpen();
        if (indexName != null) {
            claim("an index", indexName);
        }
        IndexStatement index = new IndexStatement(this, indexName);
        indexes.add(index);
        return index;
    }

    /** A constraint trigger has the name of a constraint too. */
    TriggerStatement trigger(String triggerName, boolean isConstraint) {
        requireOpen();
        claim("a trigger", triggerName);
        if (isConstraint) {
            claimConstraint(triggerName);
        }
        TriggerStatement trigger = new TriggerStatement(this, triggerName, isConstraint);
        triggers.add(trigger);
        return trigger;
    }

    PolicyStatement policy(String policyName) {
        requireOpen();
        claim("a policy", policyName);
        PolicyStatement policy = new PolicyStatement(this, policyName);
        policies.add(policy);
        return policy;
    }

    RuleStatement rule(String ruleName) {
        requireOpen();
        claim("a rule", ruleName);
        RuleStatement rule = new RuleStatement(this, ruleName);
        rules.add(rule);
        return rule;
    }

    private <C extends ConstraintStatement> C add(C constraint) {
        requireOpen();
        constraints.add(constraint);
        return constraint;
    }

    void claimConstraint(String constraintName) {
        claim("a constraint", constraintName);
    }

    private void claim(String kind, @Nullable String objectName) {
        if (objectName == null) {
            throw refusal(kind + " has no name", "Name it.");
        }
        claimed.putIfAbsent(kind, new HashSet<>());
        if (!claimed.get(kind).add(objectName)) {
            throw refusal(objectName, "is already the name of " + kind, "Rename one of the two, or drop it.");
        }
    }

    /** What is said of the rows it holds for, once. */
    Enforcement enforcement(String title, Enforcement earlier, Enforcement enforcement) {
        requireOpen();
        if (earlier != Enforcement.ENFORCED) {
            throw refusal(title + " already says " + earlier.sql(), "Say it once.");
        }
        return enforcement;
    }

    /** What is said of the time of the check, once. */
    Deferral deferral(String title, Deferral earlier, Deferral deferral) {
        requireOpen();
        if (earlier != Deferral.NOT_DEFERRABLE) {
            throw refusal(title + " already says when it is checked", "Keep deferrable() or initiallyDeferred().");
        }
        return deferral;
    }

    /** The parameters with one more, which must not have been said before. */
    StorageParameters with(String title, StorageParameters parameters, String parameter, String value) {
        requireOpen();
        StorageParameters more = parameters.with(parameter, value);
        if (more.values().size() == parameters.values().size()) {
            throw refusal(title + " already says with(\"" + parameter + "\", ...)", "Say it once.");
        }
        return more;
    }

    /** A comment, once. */
    String comment(String title, @Nullable String earlier, String text) {
        requireOpen();
        if (earlier != null) {
            throw refusal(title + " already has its comment(...)", "Say it once.");
        }
        return text;
    }

    <S extends Block.Statement> S begin(S statement, Class<?> builder) {
        return block.begin(statement, builder);
    }

    /** The names of columns of this table, at least one. */
    List<String> names(List<ColumnHandle> handles) {
        requireOpen();
        if (handles.isEmpty()) {
            throw refusal("no column is named", "Name at least one column.");
        }
        List<String> names = new ArrayList<>();
        for (ColumnHandle handle : handles) {
            requireOwn(handle);
            names.add(handle.name());
        }
        return names;
    }

    void requireOwn(ColumnHandle column) {
        requireOpen();
        if (!column.belongsTo(this) && !options.isOfWhole(column)) {
            String message = column.owner() + "." + column.name() + " is a column of another table";
            throw refusal(message, "Use the handle that t.column(...) of this table returned.");
        }
    }

    void requireOwn(ViewColumn column) {
        requireOpen();
        if (!column.belongsTo(this)) {
            String message = column.owner() + "." + column.name() + " is a column of another view";
            throw refusal(message, "Use the handle that v.column(...) of this view returned.");
        }
    }

    void requireOpen() {
        block.requireOpen();
    }

    /** Refuses what can be said once and was said before. */
    void requireUnsaid(String word, @Nullable Object earlier) {
        block.requireUnsaid(word, earlier);
    }

    void close() {
        block.close();
    }

    DslException refusal(String message, String remedy) {
        return block.refusal(message, remedy);
    }

    DslException refusal(String part, String message, String remedy) {
        return block.refusal(part, message, remedy);
    }
}
