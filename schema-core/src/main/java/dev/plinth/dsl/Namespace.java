package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.View;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A namespace other than {@code public} (what PostgreSQL calls a schema), for the tables and functions inside it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html">Schemas</a>
 */
public record Namespace(String name) {

    /** A table of this namespace. References by a bare name are to tables of the same namespace. */
    public Table table(String tableName, Consumer<TableBuilder> body) {
        return TableBuilder.build(named(tableName), body);
    }

    /** A trigger function of this namespace, in {@code plpgsql}. */
    public Function triggerFunction(String functionName, String body) {
        return SchemaDsl.triggerFunction(named(functionName), body);
    }

    /** A function of this namespace. */
    public Function function(String functionName, Consumer<FunctionBuilder> definition) {
        return FunctionBuilder.build(named(functionName), definition);
    }

    /** A procedure of this namespace. */
    public Function procedure(String procedureName, Consumer<ProcedureBuilder> definition) {
        return ProcedureBuilder.build(named(procedureName), definition);
    }

    /** An aggregate of this namespace. */
    public Aggregate aggregate(String aggregateName, Consumer<AggregateBuilder> definition) {
        return AggregateBuilder.build(named(aggregateName), definition);
    }

    /** A view of this namespace. Its query names what it reads with the namespace. */
    public View view(String viewName, String query) {
        return view(viewName, query, v -> {});
    }

    /** A view with triggers or options. */
    public View view(String viewName, String query, Consumer<ViewBuilder> body) {
        return ViewBuilder.build(named(viewName), query, body);
    }

    /** A materialized view of this namespace. */
    public MaterializedView materializedView(String viewName, String query) {
        return materializedView(viewName, query, v -> {});
    }

    /** A materialized view with indexes or storage parameters. */
    public MaterializedView materializedView(
            String viewName, String query, Consumer<MaterializedViewBuilder> body) {
        return MaterializedViewBuilder.build(named(viewName), query, body);
    }

    /** A sequence of this namespace, of {@code bigint}, from 1. */
    public Sequence sequence(String sequenceName) {
        return sequence(sequenceName, s -> {});
    }

    /** A sequence with options. */
    public Sequence sequence(String sequenceName, Consumer<SequenceBuilder> options) {
        return SequenceBuilder.build(named(sequenceName), options);
    }

    /** An enumerated type of this namespace. */
    public EnumType enumType(String typeName, String... labels) {
        return new EnumType(named(typeName), List.of(labels), null);
    }

    /** The same with the names of these constants as labels. */
    public EnumType enumType(String typeName, Enum<?>[] constants) {
        return enumType(typeName, Arrays.stream(constants).map(Enum::name).toArray(String[]::new));
    }

    /** An operator class of this namespace that exists already. */
    public OperatorClass operatorClass(String className) {
        return new OperatorClass(new Source.InNamespace(name), className, StorageParameters.NONE);
    }

    /** A domain over a type of this namespace. */
    public DomainType domain(String typeName, ColumnType base) {
        return domain(typeName, base, d -> {});
    }

    /** A domain with a default, NOT NULL, checks or a collation. */
    public DomainType domain(String typeName, ColumnType base, Consumer<DomainBuilder> options) {
        return DomainBuilder.build(named(typeName), base, options);
    }

    /** A composite type of this namespace. */
    public CompositeType compositeType(String typeName, Consumer<CompositeBuilder> attributes) {
        return CompositeBuilder.build(named(typeName), attributes);
    }

    /** A range type over a type that a b-tree can order, of this namespace. */
    public RangeType rangeType(String typeName, ColumnType subtype) {
        return rangeType(typeName, subtype, r -> {});
    }

    /** A range type with options. */
    public RangeType rangeType(String typeName, ColumnType subtype, Consumer<RangeBuilder> options) {
        return RangeBuilder.build(named(typeName), subtype, options);
    }

    /** A collation of this namespace. */
    public Collation collation(String typeName, Consumer<CollationBuilder> options) {
        return CollationBuilder.build(named(typeName), options);
    }

    /** An operator of this namespace that exists already. */
    public Operator operator(String symbol) {
        return new Operator(new Source.InNamespace(name), symbol);
    }

    /** COMMENT ON SCHEMA, which is stored in the database; to be listed in {@code schema(...)}. */
    public Comment comment(String text) {
        return new Comment(Target.namespace(name), text);
    }

    /** An operator of this namespace. */
    public UserOperator operator(String symbol, Consumer<OperatorBuilder> definition) {
        return OperatorBuilder.build(named(symbol), definition);
    }

    /** Extended statistics in this namespace. */
    public Statistics statistics(String statisticsName, Consumer<StatisticsBuilder> definition) {
        return StatisticsBuilder.build(named(statisticsName), definition);
    }

    /** A text search dictionary of this namespace. */
    public TextSearchDictionary textSearchDictionary(
            String dictionaryName, Consumer<TextSearchDictionaryBuilder> definition) {
        return TextSearchDictionaryBuilder.build(named(dictionaryName), definition);
    }

    /** A text search configuration of this namespace. */
    public TextSearchConfiguration textSearchConfiguration(
            String configurationName, Consumer<TextSearchConfigurationBuilder> definition) {
        return TextSearchConfigurationBuilder.build(named(configurationName), definition);
    }

    /** A dictionary, template or parser of text search of this namespace that exists already. */
    public TextSearchName textSearch(String existingName) {
        return new TextSearchName(new Source.InNamespace(name), existingName);
    }

    /** A name in this namespace, for references from another one. */
    public QualifiedName named(String objectName) {
        return new QualifiedName(name, objectName);
    }
}
