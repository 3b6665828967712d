package org.aludel.orm.viewonly;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes with collections that are only read. */
public abstract class ViewOnlyBase extends DeclarativeBase {}
