using System.Net;
using System.Text;

namespace Dtao.Lab.Reports.Html;

/// <summary>HTML under construction; whatever comes from outside goes through Words.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _html = new();

    /// <summary>Appends markup that was written here.</summary>
    public Markup Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Appends words, made safe.</summary>
    public Markup Words(string words)
    {
        _html.Append(WebUtility.HtmlEncode(words));
        return this;
    }

    /// <summary>Appends an element with words in it.</summary>
    /// <param name="element">The element and its attributes: <c>p class="x"</c>.</param>
    /// <param name="words">The words.</param>
    public Markup Element(string element, string words)
    {
        string name = element.Split(' ', 2)[0];
        return Raw($"<{element}>").Words(words).Raw($"</{name}>\n");
    }

    /// <inheritdoc/>
    public override string ToString() => _html.ToString();
}
