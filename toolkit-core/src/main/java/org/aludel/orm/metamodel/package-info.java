/**
 * What generated metamodels such as {@code UserT} are made of. Read {@link
 * org.aludel.orm.metamodel.EntityTable} first, then {@link org.aludel.orm.metamodel.ToOne}. Holds
 * names and types only; a session resolves them to the columns of its registry before a statement
 * is compiled, and Core takes the names as annotations give them.
 */
@NullMarked
package org.aludel.orm.metamodel;

import org.jspecify.annotations.NullMarked;
