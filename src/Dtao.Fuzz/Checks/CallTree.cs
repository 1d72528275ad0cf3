using System.Collections.Concurrent;
using System.Reflection;
using Dtao.Runtime.Dispatch;

namespace Dtao.Fuzz.Checks;

/// <summary>A call and all calls that it holds.</summary>
internal static class CallTree
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Holders = new();

    /// <summary>The call itself, and whatever it holds at any depth.</summary>
    public static IEnumerable<ICall> Of(ICall call)
    {
        yield return call;
        foreach (ICall inner in Inside(call).SelectMany(Of))
        {
            yield return inner;
        }
    }

    private static IEnumerable<ICall> Inside(ICall call)
    {
        foreach (PropertyInfo holder in HoldersOf(call.GetType()))
        {
            switch (holder.GetValue(call))
            {
                case ICall one:
                    yield return one;
                    break;
                case IEnumerable<ICall> many:
                    foreach (ICall inner in many)
                    {
                        yield return inner;
                    }

                    break;
            }
        }
    }

    private static PropertyInfo[] HoldersOf(Type type) => Holders.GetOrAdd(
        type,
        static one => [.. one.GetProperties()
            .Where(static property => typeof(ICall).IsAssignableFrom(property.PropertyType)
                || typeof(IEnumerable<ICall>).IsAssignableFrom(property.PropertyType))]);
}
