package org.aludel.orm.elements;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes with collections of values. */
public abstract class ElementsBase extends DeclarativeBase {}
