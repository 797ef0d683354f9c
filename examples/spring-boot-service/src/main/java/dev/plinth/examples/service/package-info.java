/**
 * A small service on Spring Boot, Spring JDBC and PostgreSQL. Its schema is a bean; nothing here runs it, and nothing here waits
 * for it.
 */
@NullMarked
package dev.plinth.examples.service;

import org.jspecify.annotations.NullMarked;
