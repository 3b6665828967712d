/**
 * What arrays, ranges, JSON, hstore, addresses and search vectors can do beyond comparison. Read
 * {@link org.aludel.sql.operator.ArrayOperators} first: such an interface is mixed into the
 * attributes of a generated metamodel, and {@link org.aludel.sql.operator.ArrayExpression#of} gives
 * it to any other expression. Knows no SQL text; operators are nodes of the expression tree,
 * spelled as PostgreSQL has them.
 *
 * <p>Values are cast to the type of the operand, since the server finds operators by the types of
 * both sides and a driver leaves some of them open.
 */
@NullMarked
package org.aludel.sql.operator;

import org.jspecify.annotations.NullMarked;
