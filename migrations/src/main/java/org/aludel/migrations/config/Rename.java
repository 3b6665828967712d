package org.aludel.migrations.config;

/**
 * A rename that a person announces: {@code user_account.name:full_name}.
 *
 * @param from the present name: a table, or a column after its table
 * @param to the new name alone
 */
public record Rename(String from, String to) {}
