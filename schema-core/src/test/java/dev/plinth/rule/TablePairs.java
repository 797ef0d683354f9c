package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.EXTERNAL;
import static dev.plinth.dsl.SchemaDsl.MAXVALUE;
import static dev.plinth.dsl.SchemaDsl.MINVALUE;
import static dev.plinth.dsl.SchemaDsl.NULL;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.date;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;

import dev.plinth.dsl.PartitionBuilder;
import dev.plinth.dsl.TableBuilder;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import java.util.List;
import java.util.function.Consumer;

/** Partitions, inheritance, and how tables and columns are stored. */
final class TablePairs {

    private static final Table CHECKED = table("checked", t -> {
        t.column("a", integer());
        t.check("c", "a > 0");
        t.check("d", "a > 7").noInherit();
        t.column("b", text());
        t.check("e", "b <> 'X y' AND b <> 'A' OR a > 0");
    });

    private static final Table SIGNED = table("signed", t -> {
        t.column("a", integer());
        t.column("b", text());
        t.check("c", "a > -1");
        t.check("d", "a * -1 < 0");
        t.check("e", "a=-1");
        t.check("f", "b <> E'\\n'");
        t.check("g", "a # -1 > 0");
    });

    private static final Table PARENT = table("parent", t -> t.column("a", integer()));

    private TablePairs() {}

    static List<Pair> pairs() {
        return List.of(
                Pair.of(
                        "a generated key of partitions",
                        () -> table("t", t -> t.partitionByList(
                                t.column("b", integer()).generatedAlwaysAs("1"))),
                        "ERROR t.b PartitionKey",
                        () -> table("t", t -> t.partitionByList(t.column("b", integer())))),
                Pair.of(
                        "a partitioned table that says what only one with rows has",
                        () -> table("t", t -> {
                            var a = t.column("a", integer()).notNull();
                            t.primaryKey(a);
                            t.check("c", "a > 0").noInherit();
                            t.partitionByHash(a);
                            t.unlogged();
                            t.with("fillfactor", 70);
                            t.clusterOn("t_pkey");
                        }),
                        """
                        ERROR t PartitionedTable
                        ERROR t PartitionedTable
                        ERROR t PartitionedTable
                        ERROR t.c PartitionedTable""",
                        () -> table("t", t -> {
                            var a = t.column("a", integer()).notNull();
                            t.primaryKey(a);
                            t.check("c", "a > 0");
                            t.partitionByHash(a);
                            t.partition("t0", p -> p.modulus(1).remainder(0), own -> {
                                own.unlogged();
                                own.with("fillfactor", 70);
                            });
                        })),
                Pair.schemas(
                        "a partition of a table that is not partitioned",
                        () -> Pair.unchecked(PARENT, part(PARENT)),
                        "ERROR p PartitionParent",
                        () -> Pair.schema(range(t -> {}, p -> p.from("2026-01-01").to("2027-01-01")))),
                values("another kind of values", p -> p.in("2026-01-01"), p -> p.from("2026-01-01").to("2026-01-02")),
                values(
                        "values for another number of keys",
                        p -> p.from("2026-01-01", "1").to("2026-01-02", "2"),
                        p -> p.from("2026-01-01").to(MAXVALUE)),
                values(
                        "a range that ends before it begins",
                        p -> p.from("2026-01-01").to("2026-01-01"),
                        p -> p.from(MINVALUE).to("2026-01-01")),
                values(
                        "a range that ends before it begins, in a year of five digits",
                        p -> p.from("10000-01-01").to("9999-01-01"),
                        p -> p.from("2026-02-30").to("2026-03-31")),
                Pair.of(
                        "values that overlap",
                        () -> table("t", t -> {
                            t.partitionByRange(t.column("d", date()), t.column("n", integer()));
                            t.partition("p1", p -> p.from(MINVALUE, MINVALUE).to(literal("2026-01-01"), literal(5)));
                            t.partition("p2", p -> p.from(literal("2026-01-01"), literal(4)).to(MAXVALUE, MAXVALUE));
                        }),
                        "ERROR p2 PartitionValues",
                        () -> table("t", t -> {
                            t.partitionByRange(t.column("d", date()), t.column("n", integer()));
                            t.partition("p1", p -> p.from(MINVALUE, MINVALUE).to(literal("2026-01-01"), literal(5)));
                            t.partition("p2", p -> p.from(literal("2026-01-01"), literal(5)).to(MAXVALUE, MAXVALUE));
                        })),
                Pair.of(
                        "values of a list in two partitions",
                        () -> list(p -> p.in("a", "b"), p -> p.in(literal("b"), NULL)),
                        "ERROR p2 PartitionValues",
                        () -> list(p -> p.in("a", "b"), p -> p.in(literal("c"), NULL))),
                Pair.of(
                        "two default partitions, and MINVALUE in a list",
                        () -> list(PartitionBuilder::otherwise, PartitionBuilder::otherwise, p -> p.in(MINVALUE)),
                        """
                        ERROR p2 PartitionValues
                        ERROR p3 PartitionValues""",
                        () -> list(PartitionBuilder::otherwise, p -> p.in(NULL))),
                Pair.of(
                        "remainders",
                        () -> hash(p -> p.modulus(2).remainder(2), p -> p.modulus(4).remainder(1),
                                p -> p.modulus(2).remainder(1), PartitionBuilder::otherwise),
                        """
                        ERROR p1 PartitionValues
                        ERROR p3 PartitionValues
                        ERROR p4 PartitionValues""",
                        () -> hash(p -> p.modulus(2).remainder(0), p -> p.modulus(4).remainder(1))),
                Pair.of(
                        "unique keys without the key of partitions",
                        () -> keyed(true),
                        """
                        ERROR t.t_a_idx PartitionUniqueness
                        ERROR t.t_a_key PartitionUniqueness""",
                        () -> keyed(false)),
                Pair.of(
                        "a unique key without the key of a partition's partitions",
                        () -> subdivided(false),
                        "ERROR p.t_a_key PartitionUniqueness",
                        () -> subdivided(true)),
                Pair.of(
                        "a unique key where an expression tells the partition",
                        () -> table("t", t -> {
                            t.column("a", text()).unique();
                            t.partitionByList(sql("lower(a)"));
                        }),
                        "ERROR t.t_a_key PartitionUniqueness",
                        () -> table("t", t -> {
                            t.column("a", text());
                            t.partitionByList(sql("lower(a)"));
                        })),
                Pair.schemas(
                        "inheritance from a table that is not listed, and a column of another type",
                        () -> Pair.schema(
                                table("other", t -> t.inherits(PARENT)),
                                table("own", t -> t.inherits(range(b -> {}, p -> p.otherwise())))),
                        """
                        ERROR other InheritedTable
                        ERROR own InheritedTable""",
                        () -> Pair.schema(PARENT, table("other", t -> t.inherits(PARENT)))),
                Pair.schemas(
                        "an inherited column of another type",
                        () -> Pair.schema(PARENT, table("other", t -> {
                            t.inherits(PARENT);
                            t.column("a", text());
                        })),
                        "ERROR other.a InheritedTable",
                        () -> Pair.schema(PARENT, table("other", t -> {
                            t.inherits(PARENT);
                            t.column("a", integer());
                        }))),
                Pair.schemas(
                        "another check of the name of one that is inherited",
                        () -> Pair.schema(CHECKED, child("a > 1"), table("grandchild", t -> {
                            t.inherits(CHECKED);
                            t.check("c", "a > 0").noInherit();
                        })),
                        """
                        ERROR child.c InheritedTable
                        ERROR grandchild.c InheritedTable""",
                        () -> Pair.schema(CHECKED, child("(A>0)"))),
                Pair.schemas(
                        "a check of the name of one that is inherited, with another string",
                        () -> Pair.schema(CHECKED, spelled("b <> 'x y' AND b <> 'A' OR a > 0")),
                        "ERROR child.e InheritedTable",
                        () -> Pair.schema(CHECKED, spelled("(\"b\" != 'X y' AND b!='A') /* or */ OR (A > 0)"))),
                Pair.schemas(
                        "a check of the name of one that is inherited, with another sign or operator",
                        () -> Pair.schema(SIGNED, signed("a>+1", "a*1 < 0", "a<-1", "b <> 'n'", "a#-1>0")),
                        """
                        ERROR negative.c InheritedTable
                        ERROR negative.d InheritedTable
                        ERROR negative.e InheritedTable
                        ERROR negative.f InheritedTable
                        ERROR negative.g InheritedTable""",
                        () -> Pair.schema(
                                SIGNED, signed("a>-1", "a*-1<0", "a = -1", "b<>e'\\n'", "a#/* signed */-1>0"))),
                Pair.of(
                        "another check of the name of one that a partition has from its table",
                        () -> checkedPartition("a > 1"),
                        "ERROR p.c InheritedTable",
                        () -> checkedPartition("a > 0")),
                Pair.of(
                        "storage parameters",
                        () -> table("t", t -> {
                            t.with("fillfactr", 70);
                            t.with("fillfactor", 101);
                            t.with("autovacuum_enabled", "maybe");
                            t.with("toast.parallel_workers", 1);
                        }),
                        """
                        ERROR t TableParameters
                        ERROR t TableParameters
                        ERROR t TableParameters
                        ERROR t TableParameters""",
                        () -> table("t", t -> {
                            t.with("fillfactor", 100);
                            t.with("autovacuum_enabled", false);
                            t.with("toast.vacuum_index_cleanup", "on");
                            t.with("autovacuum_vacuum_scale_factor", 0.01);
                        })),
                Pair.of(
                        "how columns are stored",
                        () -> table("t", t -> {
                            t.column("a", integer()).storage(EXTERNAL).compression("pglz");
                            t.column("b", text()).compression("zip").statistics(10_001).with("n_distinct", -2);
                            t.column("c", text()).with("distinct", 1);
                        }),
                        """
                        ERROR t.a ColumnStorage
                        ERROR t.a ColumnStorage
                        ERROR t.b ColumnStorage
                        ERROR t.b ColumnStorage
                        ERROR t.b ColumnStorage
                        ERROR t.c ColumnStorage""",
                        () -> table("t", t -> {
                            t.column("b", text()).storage(EXTERNAL).compression("lz4").statistics(10_000);
                            t.column("c", text()).with("n_distinct", -1);
                        })),
                Pair.of(
                        "marks of indexes that are not there, or do not serve",
                        () -> table("t", t -> {
                            t.index("t_a").on(t.column("a", text())).unique();
                            t.clusterOn("t_b");
                            t.replicaIdentityUsingIndex("t_a");
                        }),
                        """
                        ERROR t.t_a MarkedIndex
                        ERROR t.t_b MarkedIndex""",
                        () -> table("t", t -> {
                            t.index("t_a").on(t.column("a", text()).notNull()).unique();
                            t.clusterOn("t_a");
                            t.replicaIdentityUsingIndex("t_a");
                        })));
    }

    private static Pair values(String title, Consumer<PartitionBuilder> bad, Consumer<PartitionBuilder> inside) {
        return Pair.of(title, () -> range(t -> {}, bad), "ERROR p1 PartitionValues", () -> range(t -> {}, inside));
    }

    private static Table child(String check) {
        return table("child", t -> {
            t.inherits(CHECKED);
            t.check("c", check);
            t.check("d", check);
        });
    }

    private static Table spelled(String check) {
        return table("child", t -> {
            t.inherits(CHECKED);
            t.check("e", check);
        });
    }

    private static Table signed(String c, String d, String e, String f, String g) {
        return table("negative", t -> {
            t.inherits(SIGNED);
            t.check("c", c);
            t.check("d", d);
            t.check("e", e);
            t.check("f", f);
            t.check("g", g);
        });
    }

    private static Table checkedPartition(String check) {
        return table("t", t -> {
            t.partitionByRange(t.column("a", integer()));
            t.check("c", "a > 0");
            t.partition("p", p -> p.otherwise(), own -> own.check("c", check));
        });
    }

    private static Table range(Consumer<TableBuilder> more, Consumer<PartitionBuilder> values) {
        return table("t", t -> {
            t.partitionByRange(t.column("d", date()));
            t.partition("p1", values);
            more.accept(t);
        });
    }

    @SafeVarargs
    private static Table list(Consumer<PartitionBuilder>... values) {
        return table("t", t -> {
            t.partitionByList(t.column("a", text()));
            for (int number = 1; number <= values.length; number++) {
                t.partition("p" + number, values[number - 1]);
            }
        });
    }

    @SafeVarargs
    private static Table hash(Consumer<PartitionBuilder>... values) {
        return table("t", t -> {
            t.partitionByHash(t.column("a", text()));
            for (int number = 1; number <= values.length; number++) {
                t.partition("p" + number, values[number - 1]);
            }
        });
    }

    private static Table subdivided(boolean fits) {
        return table("t", t -> {
            var a = t.column("a", integer());
            var b = t.column("b", integer());
            t.unique(a);
            t.partitionByRange(a);
            t.partition("p", p -> p.from(1).to(2), own -> own.partitionByHash(fits ? a : b));
        });
    }

    private static Table keyed(boolean lacking) {
        return table("t", t -> {
            var a = t.column("a", integer());
            var b = t.column("b", integer());
            if (lacking) {
                t.unique(a);
                t.index(a.desc()).unique();
            } else {
                t.unique(a, b);
                t.index(b, a).unique();
            }
            t.partitionByRange(b);
        });
    }

    private static Table part(Table whole) {
        PartitionOf partition = new PartitionOf(whole.name(), new PartitionBound.Otherwise());
        List<Column> columns = whole.columns();
        return new Table(QualifiedName.of("p"), columns, List.of(), List.of(), List.of(), null)
                .withOptions(TableOptions.NONE.withParents(partition, List.of()));
    }
}
