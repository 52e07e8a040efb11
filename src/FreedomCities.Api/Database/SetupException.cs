namespace FreedomCities.Api.Database;

/// <summary>Something that an operator has to put right before the program can run; the message says what.</summary>
internal sealed class SetupException(string message) : Exception(message);
