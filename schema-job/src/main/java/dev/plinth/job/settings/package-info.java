/**
 * What the environment of a program says of its stores: variables, and the database they lead to. For programs of an
 * application's own as well; what is done with a store is not said here.
 */
@NullMarked
package dev.plinth.job.settings;

import org.jspecify.annotations.NullMarked;
