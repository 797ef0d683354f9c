package dev.plinth.postgres.internal.apply;

import dev.plinth.Step;
import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Table;
import dev.plinth.plan.SqlPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the types of a schema hold values of a domain inside of others, where PostgreSQL cannot check them. */
final class DomainHolders {

    private final QualifiedName domain;
    private final Map<QualifiedName, DatabaseObject> objects = new HashMap<>();
    private final Map<QualifiedName, Table> tables = new HashMap<>();
    private final Set<QualifiedName> open = new HashSet<>();

    /** Attributes and columns, by the names of their types and tables, that are not made now. */
    private final Set<List<Object>> lacking = new HashSet<>();

    DomainHolders(QualifiedName domain, Schema schema) {
        this.domain = domain;
        for (DatabaseObject object : schema.objects()) {
            if (object instanceof CompositeType || object instanceof DomainType || object instanceof RangeType) {
                objects.put(object.name(), object);
            }
        }
        for (Table table : schema.tables()) {
            tables.put(table.name(), table);
        }
    }

    /** Whether a plan makes columns or attributes that hold the domain inside of another type. */
    static boolean areMade(List<SqlPlan.Item> items, QualifiedName domain, Schema schema) {
        DomainHolders holders = new DomainHolders(domain, schema);
        for (SqlPlan.Item item : items) {
            SqlChange change = item.change();
            if (item.status() == Step.Status.PLANNED
                    && (holders.areStoredBy(change) || change instanceof AddAttribute && holders.areAddedBy(change))) {
                return true;
            }
        }
        return false;
    }

    /** Says that an addition is not made. */
    void lack(SqlChange change) {
        if (change instanceof AddAttribute added) {
            lacking.add(List.of(added.type(), added.attribute().name()));
        } else if (change instanceof AddColumn added) {
            lacking.add(List.of(added.table(), added.column().name()));
        }
    }

    /** Whether an addition makes a column that has values of the domain inside of another type. */
    boolean areStoredBy(SqlChange change) {
        if (change instanceof CreateTable created) {
            return created.table().columns().stream().anyMatch(column -> isInside(column.type()));
        }
        return change instanceof AddColumn added && isInside(added.column().type());
    }

    /** Whether the rows of a type or of a table have values of the domain from then on. */
    boolean areAddedBy(SqlChange change) {
        return change instanceof AddAttribute attribute && holds(attribute.attribute().type())
                || change instanceof AddColumn column && holds(column.column().type());
    }

    /** Whether it holds the domain and is neither the domain nor one over it. */
    private boolean isInside(ColumnType type) {
        return switch (type) {
            case ColumnType.Array array -> holds(array.element());
            case ColumnType.Named named ->
                !named.name().equals(domain)
                        && (objects.get(named.name()) instanceof DomainType over ? isInside(over.base())
                                : holds(named));
            case DatabaseObject object -> isInside(new ColumnType.Named(object.name()));
            case ColumnType.BuiltIn ignored -> false;
            case ColumnType.Native ignored -> false;
            case ColumnType.OfExtension ignored -> false;
        };
    }

    private boolean holds(ColumnType type) {
        return switch (type) {
            case ColumnType.Array array -> holds(array.element());
            case ColumnType.Named named -> named.name().equals(domain) || partsHold(named.name());
            case DatabaseObject object -> holds(new ColumnType.Named(object.name()));
            case ColumnType.BuiltIn ignored -> false;
            case ColumnType.Native ignored -> false;
            case ColumnType.OfExtension ignored -> false;
        };
    }

    private boolean partsHold(QualifiedName name) {
        if (!open.add(name)) {
            return false;
        }
        boolean hold = false;
        if (objects.get(name) instanceof CompositeType type) {
            hold = type.attributes().stream()
                    .anyMatch(it -> !lacking.contains(List.of(name, it.name())) && holds(it.type()));
        } else if (objects.get(name) instanceof DomainType over) {
            hold = holds(over.base());
        } else if (objects.get(name) instanceof RangeType range) {
            hold = holds(range.subtype());
        } else if (tables.containsKey(name)) {
            hold = tables.get(name).columns().stream()
                    .anyMatch(it -> !lacking.contains(List.of(name, it.name())) && holds(it.type()));
        }
        open.remove(name);
        return hold;
    }
}
