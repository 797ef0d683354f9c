package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Argument.Mode;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Function.Result;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.model.sql.RoutineOptions;
import dev.plinth.model.sql.RoutineOptions.Parallel;
import dev.plinth.model.sql.RoutineOptions.Volatility;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** CREATE FUNCTION. Lives inside the lambda of {@code function(...)}. */
public final class FunctionBuilder extends RoutineBuilder<FunctionBuilder> {

    private @Nullable Result result;
    private @Nullable Volatility volatility;
    private boolean strict;
    private boolean leakproof;
    private @Nullable Parallel parallel;
    private @Nullable BigDecimal cost;
    private @Nullable Integer rows;
    private boolean window;
    private @Nullable QualifiedName support;

    private FunctionBuilder(QualifiedName name, Block block) {
        super(name, block);
    }

    static Function build(QualifiedName name, Consumer<FunctionBuilder> definition) {
        Block block = new Block("function", name.display() + "()");
        FunctionBuilder builder = new FunctionBuilder(name, block);
        definition.accept(builder);
        block.close();
        return builder.build();
    }

    private Function build() {
        boolean hasOut = arguments.stream()
                .map(it -> it.toModel().mode())
                .anyMatch(mode -> mode == Mode.OUT || mode == Mode.INOUT);
        if (result == null && !hasOut) {
            throw block.refusal("returns nothing", "Add .returns(type), or .returns(nativeType(\"void\")).");
        }
        RoutineOptions options = new RoutineOptions(
                volatility == null ? Volatility.VOLATILE : volatility,
                strict,
                false,
                leakproof,
                parallel == null ? Parallel.UNSAFE : parallel,
                cost,
                rows,
                List.of(),
                window,
                support,
                List.of());
        return build(result == null ? new Result(null, false) : result, options);
    }

    /** RETURNS a type; {@code nativeType("void")} for nothing. */
    public FunctionBuilder returns(ColumnType type) {
        return returns(type, false);
    }

    /** RETURNS SETOF a type: any number of rows. */
    public FunctionBuilder returnsSetOf(ColumnType type) {
        return returns(type, true);
    }

    /** Without a type it would return what its arguments say. */
    private FunctionBuilder returns(ColumnType type, boolean setOf) {
        block.requireType("returns", type);
        return result(new Result(type, setOf));
    }

    /** RETURNS SETOF record, whose columns are the OUT and INOUT arguments. */
    public FunctionBuilder returnsSetOfRecord() {
        return result(new Result(null, true));
    }

    /** RETURNS TABLE: a column, each by a call of its own, in order. */
    public FunctionBuilder returnsTable(String column, ColumnType type) {
        if (arguments.stream().noneMatch(it -> it.toModel().mode() == Mode.TABLE)) {
            result(new Result(null, true));
        }
        add(column, Mode.TABLE, type);
        return this;
    }

    private FunctionBuilder result(Result wanted) {
        block.requireUnsaid("returns(...)", result);
        result = wanted;
        return this;
    }

    /** IMMUTABLE: equal arguments give equal results for ever. */
    public FunctionBuilder immutable() {
        return volatility(Volatility.IMMUTABLE);
    }

    /** STABLE: equal arguments give equal results within one statement. */
    public FunctionBuilder stable() {
        return volatility(Volatility.STABLE);
    }

    private FunctionBuilder volatility(Volatility wanted) {
        block.requireUnsaid("its volatility", volatility);
        volatility = wanted;
        return this;
    }

    /** STRICT: a null among the arguments gives null, without a call. */
    public FunctionBuilder strict() {
        block.requireOpen();
        strict = true;
        return this;
    }

    /** LEAKPROOF; only superusers can create it. */
    public FunctionBuilder leakproof() {
        block.requireOpen();
        leakproof = true;
        return this;
    }

    /** PARALLEL SAFE. */
    public FunctionBuilder parallelSafe() {
        return parallel(Parallel.SAFE);
    }

    /** PARALLEL RESTRICTED: only in the leader. */
    public FunctionBuilder parallelRestricted() {
        return parallel(Parallel.RESTRICTED);
    }

    private FunctionBuilder parallel(Parallel wanted) {
        block.requireUnsaid("parallel(...)", parallel);
        parallel = wanted;
        return this;
    }

    /** COST in units of {@code cpu_operator_cost}; 100 where nothing is said, 1 in the languages c and internal. */
    public FunctionBuilder cost(double units) {
        block.requireUnsaid("cost(...)", cost);
        cost = BigDecimal.valueOf(units);
        return this;
    }

    /** ROWS: how many are expected of a set; 1000 where nothing is said. */
    public FunctionBuilder rows(int count) {
        block.requireUnsaid("rows(...)", rows);
        rows = count;
        return this;
    }

    /** RETURN: one expression in SQL over the arguments, which PostgreSQL reads when the function is created. */
    public FunctionBuilder returnExpression(String sql) {
        return body("returnExpression(...)", new RoutineBody.Return(sql));
    }

    /** AS 'file', 'symbol': a function in C; only superusers can create it. */
    public FunctionBuilder objectFile(String file, String symbol) {
        return body("objectFile(...)", new RoutineBody.ObjectFile(file, symbol));
    }

    /** WINDOW: a window function, in the languages c and internal. */
    public FunctionBuilder window() {
        block.requireOpen();
        window = true;
        return this;
    }

    /** SUPPORT: a function that is there already and tells the planner about calls; only superusers can say it. */
    public FunctionBuilder support(QualifiedName existing) {
        block.requireUnsaid("support(...)", support);
        support = existing;
        return this;
    }

    @Override
    FunctionBuilder self() {
        return this;
    }
}
