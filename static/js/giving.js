// Tells what the files of a folder lay in: the form itself posts their names alone. Without it names are as they are.
"use strict";
{
  const folder = document.querySelector("input[webkitdirectory]");

  folder?.form.addEventListener("formdata", ({ formData }) => {
    const paths = [...folder.files].map((file) => file.webkitRelativePath);
    formData.set("paths", JSON.stringify(paths));
  });
}
