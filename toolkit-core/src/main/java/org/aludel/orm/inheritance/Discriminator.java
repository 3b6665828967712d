package org.aludel.orm.inheritance;

import org.aludel.schema.Column;

/**
 * The column that tells the classes of a hierarchy apart; in the table of the root.
 *
 * @param column of class String or Integer, never NULL
 * @param attribute whether an attribute shows the column too, which then does not write it
 */
public record Discriminator(Column column, boolean attribute) {}
