/**
 * DDL as values: {@link org.aludel.ddl.DdlStatement} and its families, visited by {@link
 * org.aludel.ddl.DdlVisitor}, and {@link org.aludel.ddl.CreateOrder}, which lists what creates or
 * drops a whole {@link org.aludel.schema.MetaData}. Knows no SQL text.
 */
@NullMarked
package org.aludel.ddl;

import org.jspecify.annotations.NullMarked;
