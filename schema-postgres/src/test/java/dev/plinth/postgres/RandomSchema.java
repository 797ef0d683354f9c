package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;

import dev.plinth.dsl.Namespace;
import dev.plinth.dsl.Types;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A schema by its seed: equal seeds give equal schemas. What it can have stands in lists, a line a form. */
final class RandomSchema {

    private static final Namespace PUBLIC = namespace("public");
    private static final List<Namespace> SPACES =
            List.of(PUBLIC, PUBLIC, namespace("app"), namespace("Odd \"one\""));

    final Random random;
    private final List<Namespace> spaces;
    final List<Table> tables = new ArrayList<>();
    final List<Sequence> sequences = new ArrayList<>();
    private final List<UserType> types = new ArrayList<>();
    private final List<SchemaObject> objects = new ArrayList<>();
    private int names;

    private RandomSchema(long seed, List<Namespace> spaces) {
        this.random = new Random(seed);
        this.spaces = spaces;
    }

    /** In several namespaces. */
    static Schema of(long seed) {
        return make(seed, SPACES);
    }

    /** All in {@code public}, as a tenant has it. */
    static Schema ofTenant(long seed) {
        return make(seed, List.of(PUBLIC));
    }

    private static Schema make(long seed, List<Namespace> spaces) {
        RandomSchema made = new RandomSchema(seed, spaces);
        made.chosen(RandomObjects.TYPES, 3, type -> made.types.add(type.apply(made)));
        made.chosen(RandomObjects.OTHERS, 3, other -> made.objects.add(other.apply(made)));
        made.objects.stream().filter(Sequence.class::isInstance).map(Sequence.class::cast).forEach(made.sequences::add);
        int count = 1 + made.random.nextInt(4);
        for (int number = 0; number < count; number++) {
            made.tables.add(RandomTable.of(made));
        }
        List<Table> special = new ArrayList<>();
        made.chosen(RandomSpecialTables.ALL, 4, table -> special.add(table.apply(made)));
        made.tables.addAll(special);
        made.objects.addAll(made.types);
        made.objects.addAll(RandomObjects.casts(made.types, made.random));
        made.objects.addAll(RandomSupplements.of(
                made, made.objects.stream().filter(DatabaseObject.class::isInstance).map(DatabaseObject.class::cast)));
        made.objects.addAll(made.tables);
        return schema("seed " + seed, made.objects);
    }

    /** A namespace. */
    Namespace space() {
        return any(spaces);
    }

    /** A name that nothing else has. */
    String name(String word) {
        return word + ++names;
    }

    /** A type that the schema creates, or a built-in one. */
    ColumnType aType() {
        return types.isEmpty() || random.nextInt(3) == 0 ? any(RandomTable.VALUES).type() : any(types);
    }

    /** The same for an argument, whose length or precision PostgreSQL would forget. */
    ColumnType aParameter() {
        return types.isEmpty() ? Types.jsonb() : any(types);
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some of the choices, in their order, each with a chance of one in {@code rarity}. */
    <T> void chosen(List<T> choices, int rarity, Consumer<T> taker) {
        choices.stream().filter(choice -> random.nextInt(rarity) == 0).forEach(taker);
    }
}
