package org.aludel.orm.parts;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes with elements of several columns. */
public abstract class ElementBase extends DeclarativeBase {}
