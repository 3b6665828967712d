package org.aludel.orm.expression;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities that the tests of attributes which are expressions use. */
public abstract class LibraryBase extends DeclarativeBase {}
