package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.naming.RoutineNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place where a schema says a type, and with it perhaps a collation. */
record TypeUse(String owner, String part, ColumnType type, @Nullable QualifiedName collation) {

    /** Of a whole object. */
    private TypeUse(String owner, ColumnType type, @Nullable QualifiedName collation) {
        this(owner, "", type, collation);
    }

    /** What it is said of, for a problem. */
    String subject() {
        return part.isEmpty() ? owner : owner + "." + part;
    }

    /** Columns, what types are made of, arguments and results. */
    static List<TypeUse> of(Schema schema) {
        List<TypeUse> uses = new ArrayList<>();
        for (Table table : schema.tables()) {
            String owner = table.name().display();
            for (Column column : table.columns()) {
                uses.add(new TypeUse(owner, column.name(), column.type(), column.collation()));
            }
        }
        uses.addAll(ofObjects(schema));
        return uses;
    }

    /** What types are made of, arguments and results. */
    static List<TypeUse> ofObjects(Schema schema) {
        List<TypeUse> uses = new ArrayList<>();
        for (DatabaseObject object : schema.objects()) {
            add(uses, object);
        }
        return uses;
    }

    private static void add(List<TypeUse> uses, DatabaseObject object) {
        String subject = object.name().display();
        switch (object) {
            case DomainType domain -> uses.add(new TypeUse(subject, domain.base(), domain.collation()));
            case CompositeType type -> {
                for (CompositeType.Attribute it : type.attributes()) {
                    uses.add(new TypeUse(subject, it.name(), it.type(), it.collation()));
                }
            }
            case RangeType range -> uses.add(new TypeUse(subject, range.subtype(), range.collation()));
            case Function function -> addAll(uses, RoutineNames.of(function), function.types().toList());
            case Aggregate aggregate -> addAll(uses, RoutineNames.of(aggregate), aggregate.types().toList());
            case UserOperator operator ->
                addAll(uses, ObjectWords.of(operator).subject(), operator.operands());
            case Cast cast -> addAll(uses, ObjectWords.of(cast).subject(), List.of(cast.source(), cast.target()));
            case EnumType ignored -> {}
            case Sequence ignored -> {}
            case Collation ignored -> {}
            case Statistics ignored -> {}
            case TextSearchDictionary ignored -> {}
            case TextSearchConfiguration ignored -> {}
            case Supplement ignored -> {}
            case NamedQuery ignored -> {}
        }
    }

    private static void addAll(List<TypeUse> uses, String subject, List<ColumnType> types) {
        for (ColumnType type : types) {
            uses.add(new TypeUse(subject, type, null));
        }
    }
}
