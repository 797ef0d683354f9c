package dev.plinth.plan;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.Target;
import java.util.Set;

/** Something that an addition provides and others cannot do without. */
sealed interface Need {

    /** An extension. */
    record OfExtension(String name) implements Need {}

    /** A table, or an object that is none. */
    record OfObject(ObjectName name) implements Need {}

    /** Any function or procedure of that name, as the text of an expression does not tell its types. */
    record OfRoutine(QualifiedName name) implements Need {}

    /** Any operator of that name, as what is built on one does not tell the types of its operands. */
    record OfOperator(QualifiedName name) implements Need {}

    /** Any cast from or to that type: a text that names a type may convert to it, and need not. */
    record OfCast(QualifiedName type) implements Need {}

    /** A column of a table, or an attribute of a type. */
    record OfColumn(QualifiedName table, String name) implements Need {}

    /** A primary or unique key over these columns, in any order: what a foreign key points to. */
    record OfKey(QualifiedName table, Set<String> columns) implements Need {}

    /** A value of an enumerated type. */
    record OfLabel(QualifiedName type, String label) implements Need {}

    /** A constraint, an index, a trigger or a policy. */
    record OfPart(Target target) implements Need {}

    /** That row level security of a table is enabled: before that nobody is to be let in. */
    record OfRowSecurity(QualifiedName table) implements Need {}

    /** A table. */
    static Need ofTable(QualifiedName name) {
        return new OfObject(ObjectName.ofTable(name));
    }

    /** A type. */
    static Need ofType(QualifiedName name) {
        return new OfObject(new ObjectName(ObjectName.Catalog.TYPE, name));
    }

    /** A function without arguments. */
    static Need ofRoutine(QualifiedName name) {
        return new OfObject(new ObjectName(ObjectName.Catalog.ROUTINE, name));
    }
}
