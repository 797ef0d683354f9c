/** PostgreSQL: the store and the DDL script. */
@NullMarked
package dev.plinth.postgres;

import org.jspecify.annotations.NullMarked;
