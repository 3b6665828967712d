/**
 * DDL as values: {@link org.aludel.ddl.DdlStatement} and its families, visited by {@link
 * org.aludel.ddl.DdlVisitor}. Knows no SQL text.
 */
@NullMarked
package org.aludel.ddl;

import org.jspecify.annotations.NullMarked;
