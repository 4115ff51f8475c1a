<?xml version="1.0" encoding="UTF-8"?>
<!-- The Copy button: hidden in the page, shown by the script that makes it work; it copies with format and as text. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:template match="rw:site" mode="m:copy-script">
    <script>
      <xsl:text>
(function () {
  var button = document.getElementById("copy");
  var page = document.querySelector("article");
  if (!navigator.clipboard || !window.ClipboardItem)
    return;
  button.hidden = false;
  button.addEventListener("click", function () {
    var item = new ClipboardItem({
      "text/html": new Blob([page.innerHTML], {type: "text/html"}),
      "text/plain": new Blob([page.innerText], {type: "text/plain"})
    });
    navigator.clipboard.write([item]).then(function () {
      button.textContent = button.dataset.done;
    });
  });
})();
</xsl:text>
    </script>
  </xsl:template>

  <xsl:template match="*" mode="m:copy-script">
    <xsl:message terminate="yes">m:copy-script: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:copy-script"/>
</xsl:stylesheet>
