/**
 * Facts of hierarchies: how the classes of one share tables, and what tells their rows apart. Read
 * {@link org.aludel.orm.inheritance.InheritanceStrategy} first. Knows no class; the mapping says
 * what stands where.
 */
@NullMarked
package org.aludel.orm.inheritance;

import org.jspecify.annotations.NullMarked;
