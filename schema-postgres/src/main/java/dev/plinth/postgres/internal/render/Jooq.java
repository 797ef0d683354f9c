package dev.plinth.postgres.internal.render;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** How jOOQ is used: every setting that has a say in the text is fixed, whatever an application sets for itself. */
final class Jooq {

    private Jooq() {}

    static DSLContext context() {
        keepQuiet("org.jooq.no-logo");
        keepQuiet("org.jooq.no-tips");
        return DSL.using(
                SQLDialect.POSTGRES,
                new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                        .withRenderNameCase(RenderNameCase.AS_IS)
                        .withRenderKeywordCase(RenderKeywordCase.UPPER)
                        .withRenderFormatted(false)
                        .withRenderCatalog(false)
                        .withRenderSchema(true)
                        .withParamType(ParamType.INLINED)
                        .withStatementType(StatementType.STATIC_STATEMENT));
    }

    /** jOOQ greets once, at the first rendering, unless a system property says no; one that is set stays as it is. */
    private static void keepQuiet(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "true");
        }
    }
}
