package org.aludel.orm.writeonly;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes with collections that are never loaded. */
public abstract class AccountBase extends DeclarativeBase {}
