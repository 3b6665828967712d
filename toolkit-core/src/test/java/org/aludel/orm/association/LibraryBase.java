package org.aludel.orm.association;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes with many-to-many relationships. */
public abstract class LibraryBase extends DeclarativeBase {}
