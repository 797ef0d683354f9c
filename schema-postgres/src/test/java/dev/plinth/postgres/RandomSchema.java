package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;

import dev.plinth.dsl.Namespace;
import dev.plinth.dsl.Types;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.UserType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** A schema by its seed: equal seeds give equal schemas. What it can have stands in lists, a line a form; the usual few have all of them. */
final class RandomSchema {

    /** How many schemas hold every form, from the seed 0 on. */
    static final int USUAL = 4;

    /** The same for tenants. */
    static final int USUAL_OF_TENANTS = 3;

    static final long FIRST_OF_TENANTS = 1000;

    private static final Namespace PUBLIC = namespace("public");
    private static final List<Namespace> SPACES =
            List.of(PUBLIC, PUBLIC, namespace("app"), namespace("Odd \"one\""));

    final Random random;
    private final List<Namespace> spaces;
    final List<Table> tables = new ArrayList<>();
    final List<Sequence> sequences = new ArrayList<>();
    final List<NamedQuery> views = new ArrayList<>();
    private final List<UserType> types = new ArrayList<>();
    private final List<SchemaObject> objects = new ArrayList<>();
    private final Set<List<?>> begun = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int usual;
    private final long place;
    private int names;

    /**
     * @param usual how many schemas share out the forms
     * @param place which of them this is; one behind them has none for sure
     */
    private RandomSchema(long seed, List<Namespace> spaces, int usual, long place) {
        this.random = new Random(seed);
        this.spaces = spaces;
        this.usual = usual;
        this.place = place;
    }

    /** In several namespaces. */
    static Schema of(long seed) {
        return make(seed, new RandomSchema(seed, SPACES, USUAL, seed));
    }

    /** All in {@code public}, as a tenant has it. */
    static Schema ofTenant(long seed) {
        return make(
                seed, new RandomSchema(seed, List.of(PUBLIC), USUAL_OF_TENANTS, seed - FIRST_OF_TENANTS));
    }

    private static Schema make(long seed, RandomSchema made) {
        made.forms(RandomObjects.TYPES, 3, type -> made.types.add(type.apply(made)));
        made.forms(RandomObjects.OTHERS, 3, other -> made.objects.add(other.apply(made)));
        made.objects.stream().filter(Sequence.class::isInstance).map(Sequence.class::cast).forEach(made.sequences::add);
        int count = 1 + made.random.nextInt(4);
        for (int number = 0; number < count; number++) {
            made.tables.add(RandomTable.of(made));
        }
        made.forms(RandomObjects.STATISTICS, 3, statistics -> made.objects.add(statistics.apply(made)));
        made.forms(RandomViews.ALL, 4, view -> made.views.add(view.apply(made)));
        made.objects.addAll(made.views);
        made.views.stream().filter(MaterializedView.class::isInstance).map(MaterializedView.class::cast)
                .forEach(view -> made.objects.addAll(RandomViews.statistics(made, view)));
        List<Table> special = new ArrayList<>();
        made.forms(RandomSpecialTables.ALL, 4, table -> special.add(table.apply(made)));
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

    /** Some of the forms; where they are first asked for, those whose turn it is in this schema are among them. */
    <T> void forms(List<T> forms, int rarity, Consumer<T> taker) {
        boolean isFirst = begun.add(forms);
        for (int number = 0; number < forms.size(); number++) {
            boolean isDrawn = random.nextInt(rarity) == 0;
            if (isDrawn || isFirst && place < usual && number % usual == place) {
                taker.accept(forms.get(number));
            }
        }
    }

    /** Some of the choices, in their order, each with a chance of one in {@code rarity}. */
    <T> void chosen(List<T> choices, int rarity, Consumer<T> taker) {
        choices.stream().filter(choice -> random.nextInt(rarity) == 0).forEach(taker);
    }
}
