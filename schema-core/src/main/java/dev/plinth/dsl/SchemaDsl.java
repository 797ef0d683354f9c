package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.Replication.Consistency;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableClass;
import dev.plinth.model.dynamo.VectorIndex.DistanceFunction;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Privileged;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.View;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a schema begins. Import statically, together with {@link Types} and {@link Expressions}: those three are the
 * whole language.
 *
 * <p>Misuse throws {@link DslException} from the guilty line.
 */
public final class SchemaDsl {

    public static final TriggerEvent INSERT = TriggerEvent.INSERT;
    public static final TriggerEvent UPDATE = TriggerEvent.UPDATE;
    public static final TriggerEvent DELETE = TriggerEvent.DELETE;
    public static final TriggerEvent TRUNCATE = TriggerEvent.TRUNCATE;

    public static final Privilege SELECT = Privilege.SELECT;
    public static final Privilege REFERENCES = Privilege.REFERENCES;
    public static final Privilege TRIGGER = Privilege.TRIGGER;
    public static final Privilege MAINTAIN = Privilege.MAINTAIN;
    public static final Privilege USAGE = Privilege.USAGE;
    public static final Privilege EXECUTE = Privilege.EXECUTE;
    public static final Privilege CREATE = Privilege.CREATE;

    public static final ReferentialAction NO_ACTION = ReferentialAction.NO_ACTION;
    public static final ReferentialAction RESTRICT = ReferentialAction.RESTRICT;
    public static final ReferentialAction CASCADE = ReferentialAction.CASCADE;
    public static final ReferentialAction SET_NULL = ReferentialAction.SET_NULL;
    public static final ReferentialAction SET_DEFAULT = ReferentialAction.SET_DEFAULT;

    public static final Collation.Provider LIBC = Collation.Provider.LIBC;
    public static final Collation.Provider ICU = Collation.Provider.ICU;
    public static final Collation.Provider BUILTIN = Collation.Provider.BUILTIN;

    public static final IndexMethod BTREE = IndexMethod.BTREE;
    public static final IndexMethod HASH = IndexMethod.HASH;
    public static final IndexMethod GIN = IndexMethod.GIN;
    public static final IndexMethod GIST = IndexMethod.GIST;
    public static final IndexMethod SPGIST = IndexMethod.SPGIST;
    public static final IndexMethod BRIN = IndexMethod.BRIN;

    public static final Expression MINVALUE = PartitionBound.MINVALUE;
    public static final Expression MAXVALUE = PartitionBound.MAXVALUE;
    public static final Expression NULL = PartitionBound.NULL;

    public static final ColumnOptions.Storage PLAIN = ColumnOptions.Storage.PLAIN;
    public static final ColumnOptions.Storage EXTERNAL = ColumnOptions.Storage.EXTERNAL;
    public static final ColumnOptions.Storage EXTENDED = ColumnOptions.Storage.EXTENDED;
    public static final ColumnOptions.Storage MAIN = ColumnOptions.Storage.MAIN;

    public static final Encryption AWS_OWNED = Encryption.AWS_OWNED;
    public static final Encryption AWS_MANAGED = Encryption.AWS_MANAGED;
    public static final StreamView KEYS_ONLY = StreamView.KEYS_ONLY;
    public static final StreamView NEW_IMAGE = StreamView.NEW_IMAGE;
    public static final StreamView OLD_IMAGE = StreamView.OLD_IMAGE;
    public static final StreamView NEW_AND_OLD_IMAGES = StreamView.NEW_AND_OLD_IMAGES;
    public static final TableClass STANDARD = TableClass.STANDARD;
    public static final TableClass STANDARD_INFREQUENT_ACCESS = TableClass.STANDARD_INFREQUENT_ACCESS;
    public static final ContributorInsights THROTTLED_KEYS = ContributorInsights.THROTTLED_KEYS;
    public static final DistanceFunction COSINE = DistanceFunction.COSINE;
    public static final DistanceFunction EUCLIDEAN = DistanceFunction.EUCLIDEAN;
    public static final DistanceFunction DOT_PRODUCT = DistanceFunction.DOT_PRODUCT;
    public static final Consistency EVENTUAL = Consistency.EVENTUAL;
    public static final Consistency STRONG = Consistency.STRONG;

    private SchemaDsl() {}

    /** A PostgreSQL table in the namespace {@code public}. */
    public static Table table(String name, Consumer<TableBuilder> body) {
        return TableBuilder.build(QualifiedName.of(name), body);
    }

    /** Another namespace than {@code public}. */
    public static Namespace namespace(String name) {
        return new Namespace(name);
    }

    /** A function for triggers, in {@code plpgsql}, in the namespace {@code public}. */
    public static Function triggerFunction(String name, String body) {
        return triggerFunction(QualifiedName.of(name), body);
    }

    static Function triggerFunction(QualifiedName name, String body) {
        return Function.ofTrigger(name, body);
    }

    /** A function in the namespace {@code public}. Two of one name with other arguments are two functions. */
    public static Function function(String name, Consumer<FunctionBuilder> definition) {
        return FunctionBuilder.build(QualifiedName.of(name), definition);
    }

    /** A procedure in the namespace {@code public}. */
    public static Function procedure(String name, Consumer<ProcedureBuilder> definition) {
        return ProcedureBuilder.build(QualifiedName.of(name), definition);
    }

    /** An aggregate in the namespace {@code public}. */
    public static Aggregate aggregate(String name, Consumer<AggregateBuilder> definition) {
        return AggregateBuilder.build(QualifiedName.of(name), definition);
    }

    /** A view in the namespace {@code public}. Its query names what it reads with the namespace: {@code public.users}. */
    public static View view(String name, String query) {
        return view(name, query, v -> {});
    }

    /** A view with triggers or options. */
    public static View view(String name, String query, Consumer<ViewBuilder> body) {
        return ViewBuilder.build(QualifiedName.of(name), query, body);
    }

    /** A materialized view in the namespace {@code public}; it is filled when it is created. */
    public static MaterializedView materializedView(String name, String query) {
        return materializedView(name, query, v -> {});
    }

    /** A materialized view with indexes or storage parameters. */
    public static MaterializedView materializedView(
            String name, String query, Consumer<MaterializedViewBuilder> body) {
        return MaterializedViewBuilder.build(QualifiedName.of(name), query, body);
    }

    /** A sequence in the namespace {@code public}, of {@code bigint}, from 1. */
    public static Sequence sequence(String name) {
        return sequence(name, s -> {});
    }

    /** A sequence with options. */
    public static Sequence sequence(String name, Consumer<SequenceBuilder> options) {
        return SequenceBuilder.build(QualifiedName.of(name), options);
    }

    /** An enumerated type in the namespace {@code public}: use it as the type of columns. */
    public static EnumType enumType(String name, String... labels) {
        return new EnumType(QualifiedName.of(name), List.of(labels), null);
    }

    /** The same with the names of these constants as labels: {@code enumType("status", Status.values())}. */
    public static EnumType enumType(String name, Enum<?>[] constants) {
        return enumType(name, Arrays.stream(constants).map(Enum::name).toArray(String[]::new));
    }

    /** An extension for something that tells no extension by itself, such as the text of an expression. */
    public static Extension extension(String name) {
        return extension(name, e -> {});
    }

    /** An extension with its SCHEMA and VERSION; its types, operators and methods are looked for there. */
    public static Extension extension(String name, Consumer<ExtensionBuilder> options) {
        return ExtensionBuilder.build(name, options);
    }

    /** An index method that an extension brings: {@code extensionMethod("vector", "hnsw")}. */
    public static IndexMethod extensionMethod(String extension, String name) {
        return new IndexMethod(name, extension);
    }

    /** An operator class of PostgreSQL itself, for one with parameters: {@code operatorClass("tsvector_ops")}. */
    public static OperatorClass operatorClass(String name) {
        return new OperatorClass(Source.BUILT_IN, name, StorageParameters.NONE);
    }

    /** An operator class that an extension brings: {@code extensionOperatorClass("pg_trgm", "gin_trgm_ops")}. */
    public static OperatorClass extensionOperatorClass(String extension, String name) {
        return new OperatorClass(new Source.OfExtension(extension), name, StorageParameters.NONE);
    }

    /** A domain over a type in the namespace {@code public}. */
    public static DomainType domain(String name, ColumnType base) {
        return domain(name, base, d -> {});
    }

    /** A domain with a default, NOT NULL, checks or a collation. */
    public static DomainType domain(String name, ColumnType base, Consumer<DomainBuilder> options) {
        return DomainBuilder.build(QualifiedName.of(name), base, options);
    }

    /** A composite type in the namespace {@code public}. */
    public static CompositeType compositeType(String name, Consumer<CompositeBuilder> attributes) {
        return CompositeBuilder.build(QualifiedName.of(name), attributes);
    }

    /** A range type over a type that a b-tree can order, in the namespace {@code public}. */
    public static RangeType rangeType(String name, ColumnType subtype) {
        return rangeType(name, subtype, r -> {});
    }

    /** A range type with options. */
    public static RangeType rangeType(String name, ColumnType subtype, Consumer<RangeBuilder> options) {
        return RangeBuilder.build(QualifiedName.of(name), subtype, options);
    }

    /** A collation in the namespace {@code public}. */
    public static Collation collation(String name, Consumer<CollationBuilder> options) {
        return CollationBuilder.build(QualifiedName.of(name), options);
    }

    /** An operator that an extension brings: {@code extensionOperator("postgis", "&&")}. */
    public static Operator extensionOperator(String extension, String symbol) {
        return new Operator(new Source.OfExtension(extension), symbol);
    }

    /** An operator in the namespace {@code public}. */
    public static UserOperator operator(String symbol, Consumer<OperatorBuilder> definition) {
        return OperatorBuilder.build(QualifiedName.of(symbol), definition);
    }

    /** CREATE CAST (source AS target); go on with {@code withFunction}. */
    public static CastStatement cast(ColumnType source, ColumnType target) {
        return new CastStatement(source, target);
    }

    /** Extended statistics in the namespace {@code public}; to be listed in {@code schema(...)}. */
    public static Statistics statistics(String name, Consumer<StatisticsBuilder> definition) {
        return StatisticsBuilder.build(QualifiedName.of(name), definition);
    }

    /** GRANT privileges; go on with {@code on} and {@code to}, and list it in {@code schema(...)}. */
    public static GrantStatement grant(Privileged first, Privileged... more) {
        return new GrantStatement(GrantStatement.privileges(first, more));
    }

    /** GRANT ALL PRIVILEGES that the kind of object has. */
    public static GrantStatement grantAll() {
        return new GrantStatement(List.of(Privilege.ALL));
    }

    /** ALTER DEFAULT PRIVILEGES IN SCHEMA: what roles get on the objects that are created there from then on. */
    public static DefaultPrivilegesStatement alterDefaultPrivilegesIn(Namespace namespace) {
        return new DefaultPrivilegesStatement(namespace, null);
    }

    /** A DynamoDB table: pay per request and encrypted with a key of AWS where nothing else is said. */
    public static DynamoTable dynamoTable(String name, Consumer<DynamoTableBuilder> body) {
        return DynamoTableBuilder.build(name, body);
    }

    /** A key of the customer that encrypts a DynamoDB table: its ARN (only that can be compared), its id or an alias. */
    public static Encryption customerManaged(String keyId) {
        return new Encryption.CustomerManaged(keyId);
    }

    /**
     * Puts the tables together: resolves references by name, collects functions and extensions, and checks every rule.
     *
     * @param name names the schema in reports
     * @throws dev.plinth.rule.InvalidSchemaException with all errors at once
     */
    public static Schema schema(String name, SchemaObject... objects) {
        return schema(name, Arrays.asList(objects));
    }

    /** The same for a schema in several parts. */
    public static Schema schema(String name, Collection<? extends SchemaObject> objects) {
        return SchemaAssembly.assemble(name, objects);
    }
}
