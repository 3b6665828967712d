/**
 * Reading a database back: {@link org.aludel.reflect.Inspector}, what it is asked ({@link
 * org.aludel.reflect.ReflectOptions}) and the contract of the catalogue readers behind it. Knows no
 * single database.
 */
@NullMarked
package org.aludel.reflect;

import org.jspecify.annotations.NullMarked;
