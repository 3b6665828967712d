package org.aludel.orm.specimen;

import org.aludel.orm.mapping.DeclarativeBase;

/** The catalogue of one class with an attribute of every kind. */
public abstract class SpecimenBase extends DeclarativeBase {}
