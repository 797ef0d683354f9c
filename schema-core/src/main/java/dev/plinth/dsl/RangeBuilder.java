package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Target;
import dev.plinth.naming.DefaultNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A range type. Lives inside the lambda of {@code rangeType(...)}. */
public final class RangeBuilder {

    private static final String PG_CATALOG = "pg_catalog";

    private final QualifiedName name;
    private final Block block;
    private @Nullable QualifiedName operatorClass;
    private @Nullable QualifiedName collation;
    private @Nullable QualifiedName subtypeDiff;
    private @Nullable String multirange;
    private final List<DatabaseObject> objects = new ArrayList<>();
    private @Nullable String description;
    private @Nullable String comment;

    private RangeBuilder(QualifiedName name, Block block) {
        this.name = name;
        this.block = block;
    }

    static RangeType build(QualifiedName name, ColumnType subtype, Consumer<RangeBuilder> body) {
        Block block = new Block("rangeType", name.display());
        RangeBuilder builder = new RangeBuilder(name, block);
        body.accept(builder);
        block.close();
        String multirange =
                builder.multirange == null ? DefaultNames.multirange(name.name()) : builder.multirange;
        builder.objects.addAll(Comments.of(Target.of(Target.Kind.TYPE, name), builder.comment));
        return new RangeType(
                name,
                subtype,
                builder.operatorClass,
                builder.collation,
                builder.subtypeDiff,
                name.sibling(multirange),
                builder.objects,
                builder.description);
    }

    /** SUBTYPE_OPCLASS: a b-tree operator class of PostgreSQL that orders the subtype otherwise. */
    public RangeBuilder subtypeOperatorClass(String predefined) {
        return subtypeOperatorClass(new QualifiedName(PG_CATALOG, predefined));
    }

    /** SUBTYPE_OPCLASS of another namespace. */
    public RangeBuilder subtypeOperatorClass(QualifiedName wanted) {
        block.requireUnsaid("subtypeOperatorClass(...)", operatorClass);
        operatorClass = wanted;
        return this;
    }

    /** SUBTYPE_DIFF: a function of PostgreSQL, for example {@code float8mi}, which makes GiST indexes good. */
    public RangeBuilder subtypeDiff(String predefined) {
        return subtypeDiff(new QualifiedName(PG_CATALOG, predefined));
    }

    /** SUBTYPE_DIFF: a function of another namespace. */
    public RangeBuilder subtypeDiff(QualifiedName function) {
        block.requireUnsaid("subtypeDiff(...)", subtypeDiff);
        subtypeDiff = function;
        return this;
    }

    /** COLLATION of the subtype: one that PostgreSQL comes with. */
    public RangeBuilder collation(String predefined) {
        return collation(new QualifiedName(PG_CATALOG, predefined));
    }

    /** SUBTYPE_DIFF: a function of the schema, which comes into it with the type. */
    public RangeBuilder subtypeDiff(Function ofSchema) {
        objects.add(ofSchema);
        return subtypeDiff(ofSchema.name());
    }

    /** COLLATION of the subtype: one of the schema, which comes into it with the type. */
    public RangeBuilder collation(Collation own) {
        objects.add(own);
        return collation(own.name());
    }

    /** MULTIRANGE_TYPE_NAME: another one than PostgreSQL's own. */
    public RangeBuilder multirangeTypeName(String typeName) {
        block.requireUnsaid("multirangeTypeName(...)", multirange);
        multirange = typeName;
        return this;
    }

    /** COMMENT ON TYPE, which is stored in the database. */
    public RangeBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        return this;
    }

    /** Documentation that stays in the model. */
    public RangeBuilder describe(String text) {
        block.requireOpen();
        description = text;
        return this;
    }

    private RangeBuilder collation(QualifiedName wanted) {
        block.requireUnsaid("collation(...)", collation);
        collation = wanted;
        return this;
    }
}
